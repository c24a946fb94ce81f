package io.beanpole.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line of the local cloud says.
 *
 * @param metricInterval how often services publish metrics and alarms are evaluated; a minute on AWS
 */
public record LocalCloudOptions(
        Path data,
        int port,
        int registryPort,
        int webPort,
        String runtime,
        boolean ephemeral,
        Duration metricInterval) {
    public static final String USAGE =
            "Usage: LocalCloud --data DIR [--port 4566] [--registry-port 4510] [--web-port 8080]"
                    + " [--runtime auto|podman|docker|host] [--metric-interval 60] [--ephemeral]";

    private static final Set<String> RUNTIMES = Set.of("auto", "podman", "docker", "host");
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_INTERVAL = 300;

    /** A command line that can't be followed. */
    public static final class UsageException extends CloudException {
        UsageException(String message) {
            super(message + "\n" + USAGE);
        }
    }

    public static LocalCloudOptions parse(List<String> arguments) {
        Path data = null;
        int port = 4566;
        int registryPort = 4510;
        int webPort = 8080;
        String runtime = "auto";
        boolean ephemeral = false;
        Duration metricInterval = Duration.ofMinutes(1);
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (option.equals("--ephemeral")) {
                ephemeral = true;
                continue;
            }
            String value = ++i < arguments.size() ? arguments.get(i) : null;
            switch (option) {
                case "--data" -> data = Path.of(given(option, value));
                case "--port" -> port = port(option, value);
                case "--registry-port" -> registryPort = port(option, value);
                case "--web-port" -> webPort = port(option, value);
                case "--runtime" -> runtime = runtime(given(option, value));
                case "--metric-interval" -> metricInterval = seconds(option, value);
                default -> throw new UsageException("There is no option '" + option + "'.");
            }
        }
        return new LocalCloudOptions(
                directory(data, ephemeral), port, registryPort, webPort, runtime, ephemeral, metricInterval);
    }

    private static Path directory(@Nullable Path data, boolean ephemeral) {
        if (ephemeral && data != null) {
            throw new UsageException("--ephemeral makes a directory of its own and deletes it; leave --data out.");
        }
        if (data != null) {
            return data.toAbsolutePath().normalize();
        }
        if (!ephemeral) {
            throw new UsageException("--data is missing: say in which directory state is kept, or use --ephemeral.");
        }
        try {
            return Files.createTempDirectory("beanpole-cloud");
        } catch (IOException e) {
            throw new CloudException("No temporary directory could be made for --ephemeral: " + e, e);
        }
    }

    private static String given(String option, @Nullable String value) {
        if (value == null || value.startsWith("--")) {
            throw new UsageException("The option " + option + " needs a value.");
        }
        return value;
    }

    private static int port(String option, @Nullable String value) {
        String text = given(option, value);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT) {
            throw new UsageException(option + " must be a port from 0 to 65535, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private static Duration seconds(String option, @Nullable String value) {
        String text = given(option, value);
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_INTERVAL) {
            throw new UsageException(
                    option + " must be a number of seconds from 1 to " + LONGEST_INTERVAL + ", not '" + text + "'.");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static String runtime(String value) {
        if (!RUNTIMES.contains(value)) {
            throw new UsageException("--runtime must be auto, podman, docker or host, not '" + value + "'.");
        }
        return value;
    }
}
