package io.beanpole.scaling.group;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a group does by itself and can be told to suspend.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html">Suspend and
 *     resume processes</a>
 */
public enum ScalingProcess {
    LAUNCH("Launch"),
    TERMINATE("Terminate"),
    ADD_TO_LOAD_BALANCER("AddToLoadBalancer"),
    ALARM_NOTIFICATION("AlarmNotification"),
    AZ_REBALANCE("AZRebalance"),
    HEALTH_CHECK("HealthCheck"),
    INSTANCE_REFRESH("InstanceRefresh"),
    REPLACE_UNHEALTHY("ReplaceUnhealthy"),
    SCHEDULED_ACTIONS("ScheduledActions");

    private final String wireName;

    ScalingProcess(String wireName) {
        this.wireName = wireName;
    }

    /** As AWS writes it. */
    public String wireName() {
        return wireName;
    }

    /** The process that AWS names so. */
    public static Optional<ScalingProcess> named(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}
