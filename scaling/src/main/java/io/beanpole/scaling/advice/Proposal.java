package io.beanpole.scaling.advice;

import io.beanpole.scaling.design.ScalingDesign;
import java.util.List;

/** A design that is proposed, and why each of its numbers is what it is. */
public record Proposal(ScalingDesign design, List<Reason> reasons) {
    public Proposal {
        reasons = List.copyOf(reasons);
    }

    /**
     * One number of a design.
     *
     * @param part the alarm or policy that has it
     * @param why as a sentence
     */
    public record Reason(String part, String what, String value, String why) {}
}
