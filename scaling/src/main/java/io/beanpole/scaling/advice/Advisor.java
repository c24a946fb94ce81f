package io.beanpole.scaling.advice;

import io.beanpole.scaling.advice.Proposal.Reason;
import io.beanpole.scaling.control.ControllerTuning;
import java.time.Duration;
import java.util.List;

/** Proposes how a lane should scale. */
public final class Advisor {
    private Advisor() {}

    /** A design of alarms and policies that keeps the target where that can be, and why. */
    public static Proposal propose(LaneTarget target) {
        ProposalTuning tuning = tuning(target);
        ProposedDesign proposed = new ProposedDesign(target, tuning);
        return new Proposal(proposed.design(Contenders.PROPOSED), List.<Reason>of());
    }

    /** The numbers of a controller that keeps the target. */
    public static ControllerTuning controllerTuning(LaneTarget target) {
        return new ControllerTuning(
                Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofMinutes(6), target.oldest(), 1.0);
    }

    private static ProposalTuning tuning(LaneTarget target) {
        return new ProposalTuning(1.25, target.oldest(), Duration.ofMinutes(10));
    }
}
