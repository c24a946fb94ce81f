package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.endtoend.display.Display;
import io.beanpole.endtoend.display.VirtualScreen;
import io.beanpole.endtoend.packaging.CloudToSee;
import io.beanpole.endtoend.packaging.ConsoleStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as {@code ./beanpole package} makes it, with a Java of its own, on a screen of X. */
class PackagedConsoleIT {
    @TempDir
    private static Path directory;

    @Test
    void thePackagedConsoleStartsConnectsAndShowsTheEnvironment() throws Exception {
        if (!VirtualScreen.isThere()) {
            System.out.println("SKIPPED: PackagedConsoleIT, because there is no Xvfb on this machine.");
        }
        Assumptions.assumeTrue(VirtualScreen.isThere());
        Path launcher = Path.of(Command.of(RunningHouse.ROOT.resolve("beanpole").toString(), "package", "--image")
                .with(Map.of("BEANPOLE_BUILD", "never"))
                .within(Duration.ofMinutes(5))
                .output()
                .strip());
        try (CloudToSee cloud = CloudToSee.start(RunningHouse.ROOT, directory);
                Display display = VirtualScreen.open()) {
            Map<String, String> variables = new TreeMap<>(cloud.variables());
            variables.putAll(display.environment());
            variables.put("JAVA_HOME", "/none"); // it needs no Java but its own
            ConsoleStart start = ConsoleStart.of(List.of(launcher.toString()), variables);

            assertThat(start.environments()).containsExactly(CloudToSee.ENVIRONMENT);
        }
        assertThat(launcher.resolveSibling("../lib/app/console.jsa"))
                .satisfies(archive -> assertThat(Files.size(archive))
                        .as("bytes of the archive of classes from which it starts")
                        .isPositive());
    }
}
