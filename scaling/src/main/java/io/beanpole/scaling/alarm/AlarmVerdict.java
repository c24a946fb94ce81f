package io.beanpole.scaling.alarm;

import io.beanpole.scaling.metric.Datapoint;
import java.time.Instant;
import java.util.List;

/**
 * What an evaluation came to.
 *
 * @param retained the data decides nothing and the state stays; the reason of the state stays too
 * @param reason the state's reason, worded as CloudWatch's StateReason
 * @param evaluated the values that counted, the newest first; at most N
 * @param missing the starts of the periods that were filled in for lack of values, the newest first
 */
public record AlarmVerdict(
        AlarmState state, boolean retained, String reason, List<Datapoint> evaluated, List<Instant> missing) {
    public AlarmVerdict {
        evaluated = List.copyOf(evaluated);
        missing = List.copyOf(missing);
    }
}
