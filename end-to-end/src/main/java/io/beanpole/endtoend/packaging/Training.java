package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.display.Display;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real start of the console on a local cloud of its own, which tells the classes that a start loads. */
record Training(Path root, ConsoleJars jars) {
    /**
     * Writes their list.
     *
     * @param java the Java that the console will have
     * @param directory for what the run leaves
     */
    Path classes(Path java, Path directory) throws IOException {
        Files.createDirectories(directory);
        Path list = directory.resolve("console.classes");
        try (CloudToSee cloud = CloudToSee.start(root, directory);
                Display display = Display.open(root)) {
            List<String> words =
                    new ArrayList<>(List.of(java.resolve("bin/java").toString()));
            words.addAll(List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list, "-XX:+UseSerialGC"));
            words.addAll(display.options());
            words.addAll(List.of("-cp", jars.classPath(display.libraries()), ConsoleJars.START));
            Map<String, String> variables = new TreeMap<>(cloud.variables());
            variables.putAll(display.environment());
            ConsoleStart.of(words, variables);
        }
        if (Files.notExists(list)) {
            throw new EndToEndException("Java did not write the list of classes " + list + ".");
        }
        return list;
    }
}
