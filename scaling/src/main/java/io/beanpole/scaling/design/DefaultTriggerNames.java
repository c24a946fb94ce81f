package io.beanpole.scaling.design;

import java.util.List;

/** What Elastic Beanstalk calls the alarms and policies of its own trigger in a template (reference 4.4). */
public final class DefaultTriggerNames {
    public static final String HIGH = "AWSEBCloudwatchAlarmHigh";
    public static final String LOW = "AWSEBCloudwatchAlarmLow";
    public static final String UP = "AWSEBAutoScalingScaleUpPolicy";
    public static final String DOWN = "AWSEBAutoScalingScaleDownPolicy";

    private DefaultTriggerNames() {}

    /** Whether an alarm of this name belongs to it; on AWS more stands around the name. */
    public static boolean isAlarm(String name) {
        return List.of(HIGH, LOW).stream().anyMatch(name::contains);
    }

    /** Whether a policy of this name belongs to it. */
    public static boolean isPolicy(String name) {
        return List.of(UP, DOWN).stream().anyMatch(name::contains);
    }
}
