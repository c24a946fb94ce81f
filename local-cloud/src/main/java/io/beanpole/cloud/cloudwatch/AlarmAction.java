package io.beanpole.cloud.cloudwatch;

/** What can be run by an alarm: a scaling policy, a topic. */
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
}
