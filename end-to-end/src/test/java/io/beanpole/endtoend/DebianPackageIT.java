package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the Debian package, as jpackage fills them in, on a machine that has no desktop. */
class DebianPackageIT {
    private static final Path SCRIPTS = RunningHouse.ROOT.resolve("admin-console/src/main/packaging");

    @TempDir
    private static Path directory;

    @Test
    void itIsInstalledAndTakenAwayWhereThereIsNoMenu() throws IOException {
        Command.Outcome installed = run("postinst", "configure", 3);
        Command.Outcome removed = run("prerm", "remove", 3);

        assertThat(installed.exit()).as(installed.err()).isZero();
        assertThat(installed.err()).contains("start the console with /opt/beanpole-console/bin/Beanpole");
        assertThat(removed.exit()).as(removed.err()).isZero();
        assertThat(removed.err()).contains("no menu");
    }

    @Test
    void whereThereIsAMenuNothingIsSaidOfIt() throws IOException {
        assertThat(run("postinst", "configure", 0).err()).doesNotContain("menu");
        assertThat(run("prerm", "remove", 0).err()).doesNotContain("menu");
    }

    /** With an {@code xdg-desktop-menu} in front of the real one that ends with a status: 3 is what it has for no menu. */
    private static Command.Outcome run(String name, String action, int status) throws IOException {
        Path programs = Files.createTempDirectory(directory, "bin");
        executable(programs.resolve("xdg-desktop-menu"), "#!/bin/sh\nexit " + status + "\n");
        String script = Files.readString(SCRIPTS.resolve(name))
                .replace("DESKTOP_COMMANDS_INSTALL", "xdg-desktop-menu install Beanpole.desktop")
                .replace("DESKTOP_COMMANDS_UNINSTALL", "xdg-desktop-menu uninstall Beanpole.desktop")
                .replace("UTILITY_SCRIPTS", "")
                .replace(
                        "/opt/beanpole-console/lib",
                        directory.resolve("nowhere").toString());
        Path file = executable(programs.resolve(name), script);
        return Command.of(file.toString(), action)
                .with(Map.of("PATH", programs + ":" + System.getenv("PATH")))
                .run();
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
