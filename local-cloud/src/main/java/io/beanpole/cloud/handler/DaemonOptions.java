package io.beanpole.cloud.handler;

import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.sqsd.SqsdNumber;
import io.beanpole.cloud.sqsd.SqsdSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The options of {@code aws:elasticbeanstalk:sqsd} with AWS's defaults and bounds [D][D26], reference 1.2. */
final class DaemonOptions {
    private static final String MIME_TYPE = "MimeType";

    private final Map<String, String> given;

    DaemonOptions(Map<String, String> given) {
        this.given = given;
        Set<String> known = new TreeSet<>(Set.of(MIME_TYPE));
        for (SqsdNumber number : SqsdNumber.values()) {
            known.add(number.option());
        }
        for (Map.Entry<String, String> each : new TreeMap<>(given).entrySet()) {
            if (!known.contains(each.getKey())) {
                throw new HandlerException("There is no option " + each.getKey() + " of sqsd here; there are "
                        + String.join(", ", known) + ".");
            }
            SqsdNumber.named(each.getKey()).ifPresent(this::number);
            if (each.getKey().equals(MIME_TYPE) && !each.getValue().matches("[!-~][ -~]{0,200}")) {
                throw new HandlerException("MimeType '" + each.getValue() + "' is no content type.");
            }
        }
    }

    int maxRetries() {
        return number(SqsdNumber.MAX_RETRIES);
    }

    SqsdSettings settings(HandlerRequest request, String queueUrl) {
        return new SqsdSettings(
                queueUrl,
                request.target(),
                request.path(),
                given.getOrDefault(MIME_TYPE, "application/json"),
                number(SqsdNumber.HTTP_CONNECTIONS),
                seconds(SqsdNumber.CONNECT_TIMEOUT),
                seconds(SqsdNumber.INACTIVITY_TIMEOUT),
                seconds(SqsdNumber.VISIBILITY_TIMEOUT),
                Optional.ofNullable(given.get(SqsdNumber.ERROR_VISIBILITY_TIMEOUT.option()))
                        .map(set -> seconds(SqsdNumber.ERROR_VISIBILITY_TIMEOUT)),
                seconds(SqsdNumber.RETENTION_PERIOD),
                SqsdBehaviour.DEFAULT);
    }

    private Duration seconds(SqsdNumber number) {
        return Duration.ofSeconds(number(number));
    }

    private int number(SqsdNumber number) {
        String text = given.getOrDefault(number.option(), String.valueOf(number.usual()));
        return number.read(text)
                .orElseThrow(() -> new HandlerException(
                        number.option() + " must be " + number.demand() + ", not '" + text + "'."));
    }
}
