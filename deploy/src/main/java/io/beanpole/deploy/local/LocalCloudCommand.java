package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts the local cloud out of a built checkout. */
public record LocalCloudCommand(Path root) {
    static final String MAIN_CLASS = "io.beanpole.cloud.LocalCloud";

    /** Seconds; AWS takes 60, and nobody at a laptop waits minutes to see an instance come. */
    private static final String METRIC_INTERVAL = "10";

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    List<String> line(Path data, LocalCloudOptions options) {
        var target = root.resolve("local-cloud/target");
        if (!Files.isDirectory(target.resolve("libs"))) {
            throw new DeployException(
                    "The local cloud is not built: there is no " + target.resolve("libs") + ".",
                    "Build it first: mvn package, or ./beanpole up without BEANPOLE_BUILD=never.");
        }
        var line = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            // A session of its own: closing the terminal or Ctrl-C there must not end it.
            line.add(SETSID.toString());
        }
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root.resolve("local-cloud/jvm.options"),
                "-cp",
                target.resolve("classes") + ":" + target.resolve("libs") + "/*",
                MAIN_CLASS,
                "--data",
                data.toString()));
        line.addAll(arguments(options));
        line.addAll(options.sqsd().arguments());
        return line;
    }

    private static List<String> arguments(LocalCloudOptions options) {
        return List.of(
                "--port",
                Integer.toString(options.port()),
                "--registry-port",
                Integer.toString(options.registryPort()),
                "--web-port",
                Integer.toString(options.webPort()),
                "--metric-interval",
                METRIC_INTERVAL,
                "--speed",
                options.speed(),
                "--queue-metric-sleep",
                "off",
                "--runtime",
                options.runtime());
    }
}
