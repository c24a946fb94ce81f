package io.beanpole.scaling.advice;

import io.beanpole.scaling.advice.Proposal.Reason;
import io.beanpole.scaling.control.ControllerTuning;
import java.time.Duration;
import java.util.List;

/** Proposes how a lane should scale. */
public final class Advisor {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);
    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final double MOST_HEADROOM = 2;
    private static final int BOOTS_HELD = 2;

    private Advisor() {}

    /** A design of alarms and policies that keeps the target where that can be, and why. */
    public static Proposal propose(LaneTarget target) {
        return propose(target, ProposalTuning.of(target));
    }

    /** The same with other freedom than AWS's cadence gives: for a cloud whose metrics come more often. */
    public static Proposal propose(LaneTarget target, ProposalTuning tuning) {
        ProposedDesign proposed = new ProposedDesign(target, tuning);
        return new Proposal(
                proposed.design(Contenders.PROPOSED),
                List.of(
                        arrivals(target, proposed),
                        backlog(target, tuning, proposed),
                        sizes(target),
                        warmUp(target, proposed),
                        busy(target),
                        hold(target, tuning),
                        missing()));
    }

    /**
     * The numbers of a controller that keeps the target: it looks every quarter of a minute, wants what waits to be begun
     * in a quarter of the wait that is allowed, and keeps for two boots what was needed. Its headroom is small where the
     * allowed wait is long beside a task, because the queue levels out chance then.
     */
    public static ControllerTuning controllerTuning(LaneTarget target) {
        double headroom = LaneTarget.seconds(target.meanService()) / LaneTarget.seconds(target.oldest());
        return new ControllerTuning(
                LOOKS_EVERY,
                MEMORY,
                target.boot().multipliedBy(BOOTS_HELD),
                target.oldest().dividedBy(4),
                Math.min(MOST_HEADROOM, headroom));
    }

    private static Reason arrivals(LaneTarget target, ProposedDesign proposed) {
        return new Reason(
                ProposedDesign.GROW,
                "instances for each message sent in a minute",
                Digits.of(proposed.perSent()),
                "Little's law: a message takes " + seconds(target.meanService()) + ", and an instance has "
                        + target.slotsPerInstance() + " x 60 s in a minute.");
    }

    private static Reason backlog(LaneTarget target, ProposalTuning tuning, ProposedDesign proposed) {
        return new Reason(
                ProposedDesign.GROW,
                "instances for each message that waits",
                Digits.of(proposed.perWaiting()),
                "What waits should be begun within " + seconds(tuning.catchUp()) + ", half of the "
                        + seconds(target.oldest()) + " that are allowed; Maximum over 60 s, because depth is a gauge.");
    }

    private static Reason sizes(LaneTarget target) {
        CapacityLevels levels = CapacityLevels.between(target.minimum(), target.maximum());
        return new Reason(
                ProposedDesign.GROW_POLICY,
                "sizes that a step can set",
                levels.sizes().toString(),
                "A size, not a number to add: an alarm that repeats itself, or looks at a value two minutes old, can't add"
                        + " twice. Auto Scaling takes " + CapacityLevels.MOST_STEPS + " steps.");
    }

    private static Reason warmUp(LaneTarget target, ProposedDesign proposed) {
        return new Reason(
                ProposedDesign.GROW_POLICY,
                "warm-up",
                seconds(proposed.warmUp()),
                proposed.warmUp().equals(target.boot())
                        ? "The boot: no instance goes while another one still comes."
                        : "Longer than the boot of " + seconds(target.boot())
                                + ": so late may be the group's metrics, and until then nothing may shrink by them.");
    }

    private static Reason busy(LaneTarget target) {
        return new Reason(
                ProposedDesign.SHRINK,
                "instances for each message that waits or is in flight",
                Digits.of(1.0 / target.slotsPerInstance()),
                "One slot each: long tasks look like an empty queue, so what is in flight counts.");
    }

    private static Reason hold(LaneTarget target, ProposalTuning tuning) {
        return new Reason(
                ProposedDesign.SHRINK,
                "how long an instance stays that was needed",
                seconds(tuning.hold()),
                "Four boots of " + seconds(target.boot())
                        + ", in whole minutes and at least five: who goes and is missed"
                        + " costs a boot again. Both gauges by their Maximum, and the group by its Minimum, so that it"
                        + " shrinks to what was the most, and never soon after it grew.");
    }

    private static Reason missing() {
        return new Reason(
                ProposedDesign.SHRINK,
                "a queue that reports nothing",
                "0 messages",
                "SQS stops reporting for a queue that is idle for six hours: FILL makes that 0, so instances may go. The"
                        + " alarm that grows has no FILL: a depth that only comes late must not count as 0. Where the"
                        + " group's own metrics are missing, nothing happens.");
    }

    private static String seconds(Duration length) {
        return length.toSeconds() + " s";
    }
}
