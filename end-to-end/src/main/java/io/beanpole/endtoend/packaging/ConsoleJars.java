package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.EndToEndException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The console as it is built.
 *
 * @param main the jar with the start
 * @param libraries all others
 */
public record ConsoleJars(Path main, List<Path> libraries) {
    /** The class that the console starts with. */
    public static final String START = "io.beanpole.console.Launcher";

    /** Of a repository that is built. */
    public static ConsoleJars of(Path root) {
        Path target = root.resolve("admin-console/target");
        List<Path> main = jars(target, "admin-console-");
        if (main.size() != 1) {
            throw new EndToEndException(
                    "There has to be one jar of the console in " + target + "; ./beanpole package builds it.");
        }
        return new ConsoleJars(main.get(0), jars(target.resolve("libs"), ""));
    }

    private static List<Path> jars(Path directory, String beginning) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)
                            && file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EndToEndException("Tried to read what is built in " + directory + ", but " + e.getMessage(), e);
        }
    }

    /** For {@code -cp}, with what a display needs beside them. */
    public String classPath(List<Path> more) {
        List<Path> all = new ArrayList<>();
        all.add(main);
        all.addAll(libraries);
        all.addAll(more);
        return all.stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
