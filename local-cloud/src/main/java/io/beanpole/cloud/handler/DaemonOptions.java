package io.beanpole.cloud.handler;

import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.sqsd.SqsdSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The options of {@code aws:elasticbeanstalk:sqsd} with AWS's defaults and bounds [D][D26], reference 1.2. */
final class DaemonOptions {
    private static final Map<String, Bounds> NUMBERS = Map.of(
            "HttpConnections", new Bounds(50, 1, 100),
            "ConnectTimeout", new Bounds(5, 1, 60),
            "InactivityTimeout", new Bounds(299, 1, 36_000),
            "VisibilityTimeout", new Bounds(300, 0, 43_200),
            "ErrorVisibilityTimeout", new Bounds(2, 0, 43_200),
            "RetentionPeriod", new Bounds(345_600, 60, 1_209_600),
            "MaxRetries", new Bounds(10, 1, 100));
    private static final String MIME_TYPE = "MimeType";

    private final Map<String, String> given;

    /** What a number may be, and what it is when nobody says. */
    private record Bounds(int usual, int least, int most) {}

    DaemonOptions(Map<String, String> given) {
        this.given = given;
        Set<String> known = new TreeSet<>(NUMBERS.keySet());
        known.add(MIME_TYPE);
        for (Map.Entry<String, String> each : new TreeMap<>(given).entrySet()) {
            if (!known.contains(each.getKey())) {
                throw new HandlerException("There is no option " + each.getKey() + " of sqsd here; there are "
                        + String.join(", ", known) + ".");
            }
            if (!each.getKey().equals(MIME_TYPE)) {
                number(each.getKey());
            } else if (!each.getValue().matches("[!-~][ -~]{0,200}")) {
                throw new HandlerException("MimeType '" + each.getValue() + "' is no content type.");
            }
        }
    }

    int maxRetries() {
        return number("MaxRetries");
    }

    SqsdSettings settings(HandlerRequest request, String queueUrl) {
        return new SqsdSettings(
                queueUrl,
                request.target(),
                request.path(),
                given.getOrDefault(MIME_TYPE, "application/json"),
                number("HttpConnections"),
                seconds("ConnectTimeout"),
                seconds("InactivityTimeout"),
                seconds("VisibilityTimeout"),
                Optional.ofNullable(given.get("ErrorVisibilityTimeout")).map(set -> seconds("ErrorVisibilityTimeout")),
                seconds("RetentionPeriod"),
                SqsdBehaviour.DEFAULT);
    }

    private Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    private int number(String name) {
        Bounds bounds = NUMBERS.getOrDefault(name, new Bounds(0, 0, 0));
        String text = given.getOrDefault(name, String.valueOf(bounds.usual()));
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < bounds.least() || number > bounds.most()) {
            throw new HandlerException(name + " must be a number from " + bounds.least() + " to " + bounds.most()
                    + ", not '" + text + "'.");
        }
        return number;
    }
}
