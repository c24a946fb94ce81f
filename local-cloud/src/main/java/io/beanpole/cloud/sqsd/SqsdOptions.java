package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.sqsd.queue.QueueAccess;
import io.beanpole.cloud.sqsd.queue.QueueObserver;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * What the command line of the daemon says; what is not said is as an environment's default.
 *
 * @param drain how long messages that were received may still take after SIGTERM
 * @param isVerbose whether successes are logged, too
 */
record SqsdOptions(SqsdSettings settings, URI endpoint, String region, Duration drain, boolean isVerbose) {
    static final String USAGE = "Usage: SqsdProgram --queue URL --target http://HOST:PORT [--endpoint URL]"
            + " [--region us-east-1] [--path /] [--mime-type application/json] [--connections 50]"
            + " [--connect-timeout 5] [--inactivity-timeout 299] [--visibility-timeout 300]"
            + " [--error-visibility-timeout SECONDS] [--retention-period 345600] [--drain 600]"
            + " [--profile 3.0.5-measured|2.x|docs] [--prefetch guarded|off|as-on-aws]"
            + " [--error-visibility-after-timeouts on|off] [--proxy on|off]"
            + " [--verbose on|off]";

    private static final Set<String> KNOWN = Set.of(
            "queue",
            "target",
            "endpoint",
            "region",
            "path",
            "mime-type",
            "connections",
            "connect-timeout",
            "inactivity-timeout",
            "visibility-timeout",
            "error-visibility-timeout",
            "retention-period",
            "drain",
            "profile",
            "prefetch",
            "error-visibility-after-timeouts",
            "proxy",
            "verbose");
    /** As long as a message may take. */
    private static final int LONGEST_DRAIN = 43_200;

    /** A command line that can't be followed. */
    static final class UsageException extends CloudException {
        UsageException(String message) {
            super(message + "\n" + USAGE);
        }
    }

    static SqsdOptions parse(List<String> arguments) {
        Map<String, String> given = given(arguments);
        String queue = given.getOrDefault("queue", "");
        SqsdSettings settings = new SqsdSettings(
                address("--queue", queue).toString(),
                address("--target", given.getOrDefault("target", "")),
                path(given.getOrDefault("path", "/")),
                given.getOrDefault("mime-type", "application/json"),
                number(given, "connections", SqsdNumber.HTTP_CONNECTIONS),
                seconds(given, "connect-timeout", SqsdNumber.CONNECT_TIMEOUT),
                seconds(given, "inactivity-timeout", SqsdNumber.INACTIVITY_TIMEOUT),
                seconds(given, "visibility-timeout", SqsdNumber.VISIBILITY_TIMEOUT),
                given.containsKey("error-visibility-timeout")
                        ? Optional.of(seconds(given, "error-visibility-timeout", SqsdNumber.ERROR_VISIBILITY_TIMEOUT))
                        : Optional.empty(),
                seconds(given, "retention-period", SqsdNumber.RETENTION_PERIOD),
                behaviour(given));
        URI endpoint = given.containsKey("endpoint")
                ? address("--endpoint", given.get("endpoint"))
                : address("--queue", queue).resolve("/");
        return new SqsdOptions(
                settings, endpoint, given.getOrDefault("region", "us-east-1"), drain(given), isOn(given, "verbose"));
    }

    QueueAccess access(Map<String, String> environment) {
        String id = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (id == null || secret == null) {
            throw new UsageException("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set to call the queue.");
        }
        return new QueueAccess(
                endpoint,
                region,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)),
                QueueObserver.NOBODY);
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!option.startsWith("--") || !KNOWN.contains(option.substring(2))) {
                throw new UsageException("There is no option '" + option + "'.");
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException("The option " + option + " needs a value.");
            }
            given.put(option.substring(2), arguments.get(i + 1));
        }
        return given;
    }

    private static SqsdBehaviour behaviour(Map<String, String> given) {
        try {
            return new SqsdBehaviour(
                    FailureProfile.titled(given.getOrDefault("profile", FailureProfile.MEASURED.title())),
                    isOn(given, "error-visibility-after-timeouts"),
                    Prefetch.titled(given.getOrDefault("prefetch", "guarded")),
                    isOn(given, "proxy") ? ProxyStage.NGINX : ProxyStage.NONE);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static URI address(String option, String text) {
        if (!text.matches("http://[^\\s/?#]+(/[!-~]*)?")) {
            throw new UsageException(option + " must be an address like http://127.0.0.1:8080, not '" + text + "'.");
        }
        return URI.create(text);
    }

    private static String path(String text) {
        if (!text.matches("/[!-~]*")) {
            throw new UsageException("--path must begin with / and have no spaces, not '" + text + "'.");
        }
        return text;
    }

    private static boolean isOn(Map<String, String> given, String option) {
        String value = given.getOrDefault(option, "off");
        if (!value.equals("on") && !value.equals("off")) {
            throw new UsageException("--" + option + " must be on or off, not '" + value + "'.");
        }
        return value.equals("on");
    }

    private static Duration seconds(Map<String, String> given, String option, SqsdNumber number) {
        return Duration.ofSeconds(number(given, option, number));
    }

    /** Within AWS's bounds: with 0, a connect or read timeout would be one that never ends. */
    private static int number(Map<String, String> given, String option, SqsdNumber number) {
        String text = given.getOrDefault(option, String.valueOf(number.usual()));
        return number.read(text)
                .orElseThrow(() ->
                        new UsageException("--" + option + " must be " + number.demand() + ", not '" + text + "'."));
    }

    private static Duration drain(Map<String, String> given) {
        String text = given.getOrDefault("drain", "600");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LONGEST_DRAIN) {
            throw new UsageException("--drain must be a number from 0 to " + LONGEST_DRAIN + ", not '" + text + "'.");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}
