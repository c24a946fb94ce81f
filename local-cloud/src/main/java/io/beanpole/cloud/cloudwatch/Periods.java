package io.beanpole.cloud.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which lengths periods can have. */
final class Periods {
    private static final Set<Integer> SHORT = Set.of(1, 5, 10, 20, 30);
    private static final Set<Integer> SHORT_OF_ALARMS = Set.of(10, 20, 30);
    private static final int MINUTE = 60;
    private static final int LONGEST = 86_400;
    private static final long MOST = 100_800;

    private Periods() {}

    /** Seconds that a query's period can have: 1, 5, 10, 20, 30 or a multiple of 60. */
    static Duration check(@Nullable Integer seconds, String parameter) {
        return check(SHORT, seconds, parameter);
    }

    /** Seconds that an alarm's period can have: 10, 20, 30 or a multiple of 60. */
    static Duration checkOfAlarm(@Nullable Integer seconds, String parameter) {
        return check(SHORT_OF_ALARMS, seconds, parameter);
    }

    private static Duration check(Set<Integer> allowed, @Nullable Integer seconds, String parameter) {
        int period = Refusals.required(seconds, parameter);
        if (!allowed.contains(period) && (period < MINUTE || period % MINUTE != 0 || period > LONGEST)) {
            throw Refusals.invalidValue("The parameter " + parameter + " must be "
                    + allowed.stream()
                            .sorted()
                            .map(String::valueOf)
                            .reduce((a, b) -> a + ", " + b)
                            .orElseThrow()
                    + " or a multiple of 60 seconds up to a day, not " + period + ".");
        }
        return Duration.ofSeconds(period);
    }

    /** Refuses an end that isn't after the start, and more periods than an answer can have. */
    static void checkSpan(@Nullable Instant start, @Nullable Instant end, Duration period) {
        Instant from = Refusals.required(start, "StartTime");
        Instant to = Refusals.required(end, "EndTime");
        if (!from.isBefore(to)) {
            throw Refusals.invalid("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (Duration.between(from, to).dividedBy(period) > MOST) {
            throw Refusals.combination("You have asked for more than " + MOST
                    + " datapoints of one metric. Choose a longer period or a shorter span.");
        }
    }
}
