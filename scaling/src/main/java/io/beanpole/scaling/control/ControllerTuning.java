package io.beanpole.scaling.control;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;

/**
 * The numbers of a {@link LittleController}.
 *
 * @param interval how often it looks
 * @param memory over what time it smoothes the arrival rate that it sees live
 * @param hold for how long an instance stays that was needed
 * @param catchUp in what time the tasks that wait should be begun
 * @param headroom slots on top, in square roots of the slots that are under way; with 1, more are needed one moment in six
 */
public record ControllerTuning(Duration interval, Duration memory, Duration hold, Duration catchUp, double headroom) {
    public ControllerTuning {
        if (!isPositive(interval) || !isPositive(memory) || !isPositive(catchUp) || hold.isNegative()) {
            throw new ScalingException("A controller's interval, memory and catch-up time must be above 0, and what it"
                    + " holds 0 or more; they are " + interval + ", " + memory + ", " + catchUp + " and " + hold + ".");
        }
        if (!(headroom >= 0)) {
            throw new ScalingException("A controller's headroom is " + headroom + "; it must be 0 or more.");
        }
    }

    private static boolean isPositive(Duration length) {
        return !length.isZero() && !length.isNegative();
    }
}
