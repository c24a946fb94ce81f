package io.beanpole.scaling.advice;

import java.time.Duration;

/**
 * The freedom that a proposal has beside its target.
 *
 * @param catchUp in what time the tasks that wait should be begun
 * @param hold for how long an instance stays that was needed; whole minutes, because alarms count in them
 */
record ProposalTuning(Duration catchUp, Duration hold) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_HOLD = Duration.ofMinutes(5);
    private static final int BOOTS_HELD = 4;

    /** Half the wait that is allowed, and four boots. */
    static ProposalTuning of(LaneTarget target) {
        Duration boots = target.boot().multipliedBy(BOOTS_HELD);
        Duration whole = MINUTE.multipliedBy((boots.toSeconds() + 59) / 60);
        return new ProposalTuning(
                target.oldest().dividedBy(2), whole.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : whole);
    }
}
