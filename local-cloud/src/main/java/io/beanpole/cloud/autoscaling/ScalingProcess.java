package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import java.util.Arrays;
import java.util.List;

/** What a group does by itself and can be told to suspend. */
enum ScalingProcess {
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

    String wireName() {
        return wireName;
    }

    static ScalingProcess of(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> validation("Invalid process type(s): " + wireName));
    }

    /** All of them when none is named, as AWS has it. */
    static List<ScalingProcess> of(List<String> wireNames) {
        return wireNames.isEmpty()
                ? List.of(values())
                : wireNames.stream().map(ScalingProcess::of).toList();
    }

    private static AwsError validation(String message) {
        return new AwsError("ValidationError", 400, message);
    }
}
