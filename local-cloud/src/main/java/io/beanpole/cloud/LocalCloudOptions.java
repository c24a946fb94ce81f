package io.beanpole.cloud;

import io.beanpole.cloud.sqsd.FailureProfile;
import io.beanpole.cloud.sqsd.Prefetch;
import io.beanpole.cloud.sqsd.ProxyStage;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the command line of the local cloud says. */
public record LocalCloudOptions(
        Path data, int port, int registryPort, int webPort, String runtime, boolean ephemeral, Behaviour behaviour) {
    public static final String USAGE =
            "Usage: LocalCloud --data DIR [--port 4566] [--registry-port 4510] [--web-port 8080]"
                    + " [--runtime auto|podman|docker|host] [--ephemeral] [--metric-interval 60] [--speed 1]"
                    + " [--sqsd-profile 3.0.5-measured|2.x|docs] [--platform-proxy on|off]"
                    + " [--sqsd-prefetch guarded|off|as-on-aws] [--sqsd-error-visibility-after-timeouts on|off]"
                    + " [--queue-metric-sleep on|off]";

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
        Behaviour behaviour = Behaviour.AS_ON_AWS;
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
                default -> behaviour = behaviour(behaviour, option, value);
            }
        }
        return new LocalCloudOptions(
                directory(data, ephemeral), port, registryPort, webPort, runtime, ephemeral, behaviour);
    }

    private static Behaviour behaviour(Behaviour before, String option, @Nullable String value) {
        return switch (option) {
            case "--metric-interval" -> before.withMetricInterval(seconds(option, value));
            case "--speed" -> before.withPace(pace(option, value));
            case "--queue-metric-sleep" -> before.withQueueMetricSleep(isOn(option, value));
            default -> before.withDaemons(daemons(before.daemons(), option, value));
        };
    }

    private static SqsdBehaviour daemons(SqsdBehaviour before, String option, @Nullable String value) {
        return switch (option) {
            case "--sqsd-profile" ->
                before.with(FailureProfile.titled(oneOf(option, given(option, value), FailureProfile.titles())));
            case "--sqsd-prefetch" ->
                before.with(Prefetch.titled(oneOf(option, given(option, value), Prefetch.titles())));
            case "--sqsd-error-visibility-after-timeouts" ->
                before.withErrorVisibilityAfterTimeouts(isOn(option, value));
            case "--platform-proxy" -> before.with(isOn(option, value) ? ProxyStage.NGINX : ProxyStage.NONE);
            default -> throw new UsageException("There is no option '" + option + "'.");
        };
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

    private static Pace pace(String option, @Nullable String value) {
        String text = given(option, value);
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?") || Double.parseDouble(text) < 1) {
            throw new UsageException(option + " must be a factor from 1 (as AWS) to 9999, not '" + text + "'.");
        }
        return new Pace(Double.parseDouble(text));
    }

    private static boolean isOn(String option, @Nullable String value) {
        return oneOf(option, given(option, value), Set.of("on", "off")).equals("on");
    }

    private static String oneOf(String option, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw new UsageException(
                    option + " must be one of " + String.join(", ", new TreeSet<>(known)) + ", not '" + value + "'.");
        }
        return value;
    }

    private static String runtime(String value) {
        if (!RUNTIMES.contains(value)) {
            throw new UsageException("--runtime must be auto, podman, docker or host, not '" + value + "'.");
        }
        return value;
    }
}
