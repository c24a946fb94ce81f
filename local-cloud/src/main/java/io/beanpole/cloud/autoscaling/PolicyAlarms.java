package io.beanpole.cloud.autoscaling;

import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Knows which alarms run a policy, because whoever lists policies wants to see what moves them. */
@FunctionalInterface
public interface PolicyAlarms {
    /** Those that name it among the actions of any state, by name. */
    List<MetricAlarm> of(String policyArn);
}
