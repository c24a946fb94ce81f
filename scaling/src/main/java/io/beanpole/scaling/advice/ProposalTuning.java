package io.beanpole.scaling.advice;

import java.time.Duration;

/**
 * The freedom that a proposal has beside its target.
 *
 * @param catchUp in what time the tasks that wait should be begun
 * @param hold for how long an instance stays that was needed; whole minutes, because alarms count in them
 * @param window over which arrivals are counted: a minute, as CloudWatch has SQS's metrics; shorter only where metrics
 *     are published more often
 * @param oldestMetric how late metrics of the group may come: while one can be that old, the policy's warm-up keeps it
 *     from removing
 */
public record ProposalTuning(Duration catchUp, Duration hold, Duration window, Duration oldestMetric) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration OLDEST_METRIC = Duration.ofMinutes(2);
    private static final Duration SHORTEST_HOLD = Duration.ofMinutes(5);
    private static final int BOOTS_HELD = 4;

    /** Half the wait that is allowed, and four boots; metrics as AWS publishes them. */
    public static ProposalTuning of(LaneTarget target) {
        Duration boots = target.boot().multipliedBy(BOOTS_HELD);
        Duration whole = MINUTE.multipliedBy((boots.toSeconds() + 59) / 60);
        return new ProposalTuning(
                target.oldest().dividedBy(2),
                whole.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : whole,
                MINUTE,
                OLDEST_METRIC);
    }
}
