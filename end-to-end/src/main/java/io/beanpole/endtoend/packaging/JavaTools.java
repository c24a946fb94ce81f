package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.Command;
import io.beanpole.endtoend.EndToEndException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a JDK brings for packaging. */
record JavaTools(Path bin) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Those of the Java that runs this; says which one is missing. */
    static JavaTools ofThisJava() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        for (String tool : List.of("jlink", "jpackage")) {
            if (!Files.isExecutable(bin.resolve(tool)) && !Files.isExecutable(bin.resolve(tool + ".exe"))) {
                throw new EndToEndException(
                        "Packaging needs " + tool + ", which is not in " + bin
                                + ". Install a whole JDK (on Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME.");
            }
        }
        return new JavaTools(bin);
    }

    /** Runs one to its end. */
    void run(String tool, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(bin.resolve(tool).toString());
        words.addAll(arguments);
        Command.of(words.toArray(String[]::new)).within(LONGEST).output();
    }
}
