package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds out, from platform and bundle, which proxy stands in front of the application. */
final class ProxyReading {
    private static final String FOLDER = ".platform/nginx/";
    private static final Pattern READ_TIMEOUT =
            Pattern.compile("(?m)^[^#\\n]*\\bproxy_read_timeout\\s+(\\d+)(ms|s|m|h)?\\s*;");
    private static final Pattern ALL_NAMES =
            Pattern.compile("(?m)^[^#\\n]*\\b(underscores_in_headers\\s+on|ignore_invalid_headers\\s+off)\\s*;");

    private ProxyReading() {}

    /**
     * The proxy of an environment.
     *
     * @param platform the solution stack's name
     * @param files of the deployed bundle, by path
     * @param chosen the ProxyServer option; empty where it isn't set
     */
    static Proxy of(String platform, Map<String, String> files, String chosen) {
        var name = platform.toLowerCase(Locale.ROOT);
        if (name.contains("ecs") || name.contains("multi-container") || chosen.equalsIgnoreCase("none")) {
            return Proxy.NONE;
        }
        var isDocker = name.contains("docker");
        if (isDocker && files.containsKey("docker-compose.yml")) {
            return Proxy.NONE;
        }
        var readTimeout = Proxy.STOCK.readTimeout();
        var passesAll = false;
        for (var file : files.entrySet()) {
            if (!file.getKey().startsWith(FOLDER) && !file.getKey().startsWith(".ebextensions/nginx/")) {
                continue;
            }
            var match = READ_TIMEOUT.matcher(file.getValue());
            while (match.find()) {
                readTimeout = time(Long.parseLong(match.group(1)), match.group(2) == null ? "s" : match.group(2));
            }
            passesAll |= ALL_NAMES.matcher(file.getValue()).find();
        }
        return new Proxy(true, readTimeout, passesAll);
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
