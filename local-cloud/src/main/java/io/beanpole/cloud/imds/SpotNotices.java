package io.beanpole.cloud.imds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the metadata of an instance says about how it was bought, and that it will be taken away.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html">Spot Instance
 *     interruption notices</a>
 */
public final class SpotNotices {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private volatile boolean isSpot;
    private volatile @Nullable Notice notice;

    /** From now on it is spare capacity. */
    public void isSpot() {
        isSpot = true;
    }

    /**
     * Announces that it will be taken away, and recommends to rebalance.
     *
     * @param now when that is known
     * @param at when it happens
     */
    public void interrupt(Instant now, Instant at) {
        notice = new Notice(now, at);
    }

    Optional<String> at(String path) {
        Notice known = notice;
        if (path.equals("/latest/meta-data/instance-life-cycle")) {
            return Optional.of(isSpot ? "spot" : "on-demand");
        }
        if (known == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (path) {
                    case "/latest/meta-data/spot" -> "instance-action\ntermination-time";
                    case "/latest/meta-data/spot/instance-action" ->
                        JSON.writeValueAsString(Map.of("action", "terminate", "time", second(known.at())));
                    case "/latest/meta-data/spot/termination-time" -> second(known.at());
                    case "/latest/meta-data/events/recommendations/rebalance" ->
                        JSON.writeValueAsString(Map.of("noticeTime", second(known.since())));
                    default -> null;
                });
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** When it was announced, and for when. */
    private record Notice(Instant since, Instant at) {}
}
