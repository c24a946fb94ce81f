package io.beanpole.cloud.cloudwatch;

import java.util.List;

/** What can be run by an alarm, such as a scaling policy. */
public interface AlarmAction {
    /** Whether an ARN of an action list is one of these. */
    boolean accepts(String arn);

    /**
     * Runs it. Called on each change of state; for Auto Scaling policies also on each evaluation while in ALARM.
     *
     * @return a sentence for the alarm's history
     * @throws io.beanpole.cloud.CloudException when it could not be run; the message goes into the history
     */
    String run(String arn, AlarmFiring firing);

    /**
     * Runs those of all alarms that were evaluated together; one by one unless it matters that they are.
     *
     * @return what became of each, in the same order
     */
    default List<ActionOutcome> run(List<ActionCall> calls) {
        return calls.stream()
                .map(each -> ActionOutcome.of(each, () -> run(each.arn(), each.firing())))
                .toList();
    }
}
