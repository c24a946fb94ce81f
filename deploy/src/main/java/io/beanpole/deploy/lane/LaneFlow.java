package io.beanpole.deploy.lane;

import java.time.Duration;
import java.util.Optional;

/**
 * How many messages a lane gets and gets rid of, in a minute.
 *
 * @param sentPerMinute messages that came in, over the last minutes (NumberOfMessagesSent)
 * @param deletedPerMinute messages that were done or deleted, over the last minutes (NumberOfMessagesDeleted)
 */
public record LaneFlow(double sentPerMinute, double deletedPerMinute) {
    /** How long it takes until nothing waits; empty when more comes in than goes out. */
    public Optional<Duration> timeToEmpty(long depth) {
        if (depth == 0) {
            return Optional.of(Duration.ZERO);
        }
        var net = deletedPerMinute - sentPerMinute;
        return net <= 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.round(depth / net * 60)));
    }
}
