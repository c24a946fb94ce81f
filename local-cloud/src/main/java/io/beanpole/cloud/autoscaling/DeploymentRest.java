package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.ScalingProcess;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Elastic Beanstalk suspends while it deploys, apart from what users have suspended. */
final class DeploymentRest {
    private static final String REASON = "Suspended by Elastic Beanstalk while it deploys";
    private static final List<ScalingProcess> PROCESSES = List.of(
            ScalingProcess.LAUNCH,
            ScalingProcess.TERMINATE,
            ScalingProcess.ALARM_NOTIFICATION,
            ScalingProcess.SCHEDULED_ACTIONS,
            ScalingProcess.REPLACE_UNHEALTHY);

    private DeploymentRest() {}

    static GroupRecord begun(GroupRecord group) {
        Map<String, String> suspended = new TreeMap<>(group.suspended());
        PROCESSES.forEach(each -> suspended.putIfAbsent(each.wireName(), REASON));
        return group.withSuspended(suspended);
    }

    static GroupRecord ended(GroupRecord group) {
        Map<String, String> suspended = new TreeMap<>(group.suspended());
        suspended.values().removeIf(REASON::equals);
        return group.withSuspended(suspended);
    }
}
