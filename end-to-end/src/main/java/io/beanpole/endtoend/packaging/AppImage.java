package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.Command;
import io.beanpole.endtoend.EndToEndException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The application in a folder: a launcher, the jars and a Java; it runs from where it lies. */
record AppImage(Path directory, String version) {
    static final String NAME = "Beanpole";
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Makes it from its contents. */
    static AppImage make(JavaTools tools, Contents contents, Path target) throws IOException {
        Path input = target.resolve("input");
        contents.copyTo(input);
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", NAME));
        arguments.addAll(List.of("--app-version", contents.version()));
        arguments.addAll(List.of("--runtime-image", contents.java().toString()));
        arguments.addAll(List.of("--input", input.toString()));
        arguments.addAll(List.of(
                "--main-jar", contents.jars().main().getFileName().toString(), "--main-class", ConsoleJars.START));
        // A missing archive is no error.
        List<String> options = new ArrayList<>(QuickStart.OPTIONS);
        options.addAll(List.of(
                "-XX:SharedArchiveFile=$APPDIR/console.jsa",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
        options.forEach(option -> arguments.addAll(List.of("--java-options", option)));
        if (Installer.isLinux()) {
            arguments.addAll(List.of("--icon", Contents.icon(contents.root()).toString()));
        }
        arguments.addAll(List.of("--dest", target.toString()));
        tools.run("jpackage", arguments);
        ConsolePackage.delete(input);
        return new AppImage(image(target), contents.version());
    }

    /** The Mac calls it Beanpole.app. */
    private static Path image(Path target) throws IOException {
        try (Stream<Path> made = Files.list(target)) {
            return made.filter(file -> file.getFileName().toString().startsWith(NAME))
                    .findFirst()
                    .orElseThrow(() -> new EndToEndException("jpackage made no application in " + target + "."));
        }
    }

    /** Writes its archive of loaded classes, where there is a shell to do it. */
    void archive() {
        Path script = directory.resolve("lib/app/archive.sh");
        if (Files.exists(script)) {
            Command.of("sh", script.toString()).within(LONGEST).output();
        }
    }

    /** What starts it. */
    Path launcher() {
        Path linux = directory.resolve("bin").resolve(NAME);
        return Files.exists(linux) ? linux : directory;
    }
}
