package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.EndToEndException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a system installs, and the programs that jpackage needs to make it. */
enum Installer {
    DEB("dpkg-deb", "fakeroot"),
    RPM("rpmbuild"),
    DMG(),
    MSI("candle", "light");

    private final List<String> programs;

    Installer(String... programs) {
        this.programs = List.of(programs);
    }

    /** On Linux, the one whose programs are here; Debian's if neither's are. */
    static Installer ofThisSystem() {
        String system = system();
        if (system.contains("mac")) {
            return DMG;
        }
        if (system.contains("windows")) {
            return MSI;
        }
        return DEB.missing().isEmpty() || !RPM.missing().isEmpty() ? DEB : RPM;
    }

    static boolean isLinux() {
        return system().contains("linux");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    /** Says what is missing before anything is made. */
    void check() {
        if (!missing().isEmpty()) {
            throw new EndToEndException(
                    "An installer (" + type() + ") can't be made without " + String.join(", ", missing())
                            + ". Install what is missing, or make the application alone: ./beanpole package --image");
        }
    }

    private List<String> missing() {
        List<Path> path = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return programs.stream()
                .filter(program -> path.stream()
                        .noneMatch(folder -> Files.isExecutable(folder.resolve(program))
                                || Files.isExecutable(folder.resolve(program + ".exe"))))
                .toList();
    }

    /** Makes it from an application and gives the file. */
    Path make(JavaTools tools, Path root, AppImage image, Path target) {
        Path directory = target.resolve("installer");
        List<String> arguments = new ArrayList<>(List.of("--type", type(), "--name", AppImage.NAME));
        arguments.addAll(List.of("--app-image", image.directory().toString(), "--app-version", image.version()));
        arguments.addAll(List.of("--vendor", AppImage.NAME, "--dest", directory.toString()));
        arguments.addAll(List.of(
                "--description",
                "The window of release managers and on-call for AWS Elastic Beanstalk with worker tiers"));
        if (isLinux()) {
            arguments.addAll(List.of("--linux-package-name", "beanpole-console", "--linux-shortcut"));
            arguments.addAll(List.of("--icon", Contents.icon(root).toString()));
            arguments.addAll(List.of("--linux-menu-group", "Development", "--linux-package-deps", "libgtk-3-0"));
            arguments.addAll(List.of(
                    "--resource-dir",
                    root.resolve("admin-console/src/main/packaging").toString()));
        }
        tools.run("jpackage", arguments);
        return onlyFile(directory);
    }

    private static Path onlyFile(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findFirst()
                    .orElseThrow(() -> new EndToEndException("jpackage made no installer in " + directory + "."));
        } catch (IOException e) {
            throw new EndToEndException("Tried to find the installer in " + directory + ", but " + e.getMessage(), e);
        }
    }

    private String type() {
        return name().toLowerCase(Locale.ROOT);
    }
}
