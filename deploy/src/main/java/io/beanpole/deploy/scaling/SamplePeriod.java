package io.beanpole.deploy.scaling;

import java.time.Duration;
import java.time.Instant;

/**
 * The finest distance of points that a cloud still has: CloudWatch keeps 60 s points for 15 days, 5 min points for 63
 * days and hours for 455 days; finer points, where there are any, for 3 hours.
 *
 * @param hasFinerThanAMinute whether metrics come more often than once a minute; those of AWS services don't
 */
record SamplePeriod(boolean hasFinerThanAMinute) {
    private static final Duration FINE = Duration.ofSeconds(10);

    /**
     * What suits a picture of a stretch: the finest there is, but no more points than a screen shows; GetMetricData gives
     * 100,800 points a page.
     */
    Duration over(Instant from, Instant to, Instant now) {
        var finest = since(from, now);
        var span = Duration.between(from, to);
        var enough = span.compareTo(Duration.ofDays(1)) <= 0
                ? finest
                : span.compareTo(Duration.ofDays(15)) <= 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
        return enough.compareTo(finest) > 0 ? enough : finest;
    }

    /** What suits data back to {@code from}. */
    Duration since(Instant from, Instant now) {
        var age = Duration.between(from, now);
        if (hasFinerThanAMinute && age.compareTo(Duration.ofHours(3)) <= 0) {
            return FINE;
        }
        if (age.compareTo(Duration.ofDays(15)) <= 0) {
            return Duration.ofMinutes(1);
        }
        return age.compareTo(Duration.ofDays(63)) <= 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
    }
}
