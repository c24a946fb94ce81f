package io.beanpole.worker.protection;

import io.beanpole.worker.run.Workload;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks whether EC2 takes this Spot instance away, which it announces two minutes before, and has the work ended or handed
 * back in time. A recommendation to rebalance is only told: it may come long before, or alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html">Spot Instance
 *     interruption notices</a>
 */
final class SpotWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpotWatch.class);
    /** To store what was made, answer sqsd and have it give the message back. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Function<String, Optional<String>> metadata;
    private final Workload workload;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private boolean hasRecommended;
    private boolean hasFailed;

    /**
     * A watch.
     *
     * @param metadata reads a path below {@code /latest/meta-data/}
     */
    SpotWatch(Function<String, Optional<String>> metadata, Workload workload, Duration interval, Clock clock) {
        this.metadata = metadata;
        this.workload = workload;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "spot-watch");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (metadata.apply("instance-life-cycle")
                    .filter("on-demand"::equals)
                    .isPresent()) {
                thread.shutdown(); // nobody takes it away
                return;
            }
            tellRecommendation();
            Optional<Instant> end = metadata.apply("spot/instance-action").map(SpotWatch::time);
            end.ifPresent(this::leave);
            hasFailed = false;
        } catch (RuntimeException e) {
            if (!hasFailed) {
                LOG.info("Could not look for a Spot interruption; trying again: {}", e.getMessage());
            }
            hasFailed = true;
        }
    }

    private void tellRecommendation() {
        if (!hasRecommended
                && metadata.apply("events/recommendations/rebalance").isPresent()) {
            hasRecommended = true;
            LOG.info("Spot rebalance: EC2 says that this instance is likelier to be taken away; it works on.");
        }
    }

    private void leave(Instant end) {
        LOG.warn("Spot interruption: EC2 takes this instance away at {}.", end);
        Duration left = Duration.between(clock.instant(), end).minus(MARGIN);
        // A notice that is cut short by the pace of a local cloud still leaves something.
        workload.leave(left.isNegative() ? Duration.ZERO : left);
        thread.shutdown();
    }

    private static Instant time(String action) {
        try {
            return Instant.parse(
                    JsonMapper.shared().readTree(action).path("time").asString());
        } catch (JacksonException | DateTimeException e) {
            throw new ProtectionException("Tried to read when this instance is taken away from " + action, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
