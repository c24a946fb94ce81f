package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.StepPolicy;

/** Whether an alarm is for more instances or for fewer. */
public enum Direction {
    OUT,
    IN;

    /** By the policies that it runs; by its comparison where they don't tell. */
    public static Direction of(DesignedAlarm alarm, ScalingDesign design) {
        for (String name : alarm.policies()) {
            int sign = design.policy(name).map(found -> sign(found.policy())).orElse(0);
            if (sign != 0) {
                return sign > 0 ? OUT : IN;
            }
        }
        return alarm.rule().comparison() == Comparison.GREATER
                        || alarm.rule().comparison() == Comparison.GREATER_OR_EQUAL
                ? OUT
                : IN;
    }

    /** 1 for a policy that adds, -1 for one that removes; 0 where it depends. */
    public static int sign(ScalingPolicy policy) {
        if (policy instanceof SimplePolicy simple) {
            return simple.adjustment().type() == AdjustmentType.EXACT_CAPACITY
                    ? 0
                    : Integer.signum(simple.adjustment().amount());
        }
        if (policy instanceof StepPolicy steps && steps.type() != AdjustmentType.EXACT_CAPACITY) {
            return Integer.signum(
                    steps.steps().stream().mapToInt(each -> each.amount()).sum());
        }
        return 0;
    }

    public boolean isOut() {
        return this == OUT;
    }
}
