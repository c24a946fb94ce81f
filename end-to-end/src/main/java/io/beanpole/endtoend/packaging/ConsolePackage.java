package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.EndToEndException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the console into something that is installed: {@code ./beanpole package}. It needs no Java on the machine where
 * it runs; the one that it brings has only what it uses.
 */
public final class ConsolePackage {
    private static final String IMAGE_ONLY = "--image";

    private final Path root;
    private final Path target;

    private ConsolePackage(Path root) {
        this.root = root;
        this.target = root.resolve("admin-console/target/package");
    }

    /** Arguments: the repository, built; {@code --image} to leave out the installer. */
    public static void main(String[] arguments) {
        List<String> options = List.of(arguments).subList(1, arguments.length);
        try {
            if (!options.isEmpty() && !options.equals(List.of(IMAGE_ONLY))) {
                throw new EndToEndException("package knows no " + String.join(" ", options) + "; it takes " + IMAGE_ONLY
                        + " to make the application without an installer, or nothing.");
            }
            new ConsolePackage(Path.of(arguments[0]).toAbsolutePath().normalize()).make(options.isEmpty());
        } catch (EndToEndException e) {
            System.err.println("beanpole: " + e.getMessage());
            System.exit(1);
        }
    }

    private void make(boolean withInstaller) {
        JavaTools tools = JavaTools.ofThisJava();
        Optional<Installer> installer = withInstaller ? Optional.of(Installer.ofThisSystem()) : Optional.empty();
        installer.ifPresent(Installer::check);
        try {
            delete(target);
            Files.createDirectories(target);
            say("Linking a Java for the console ...");
            Path java = JavaRuntime.link(tools, target.resolve("java"));
            say("Learning which classes a start loads ...");
            ConsoleJars jars = ConsoleJars.of(root);
            Path classes = new Training(root, jars).classes(java, target.resolve("training"));
            say("Making the application ...");
            AppImage image = AppImage.make(tools, new Contents(root, jars, java, classes), target);
            installer.ifPresent(kind -> {
                say("Making the installer ...");
                System.out.println(kind.make(tools, root, image, target));
            });
            image.archive();
            System.out.println(image.launcher());
        } catch (IOException e) {
            throw new EndToEndException("Tried to package the console in " + target + ", but " + e.getMessage(), e);
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }

    /** A leftover of an earlier run, or what was only needed on the way. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw new FileSystemException(directory.toString(), null, e.getMessage());
        }
    }
}
