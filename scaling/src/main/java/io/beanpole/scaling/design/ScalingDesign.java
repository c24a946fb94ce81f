package io.beanpole.scaling.design;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a group is meant to scale. It is read from an option file of {@code .ebextensions} or from what AWS has, checked,
 * simulated, proposed and written again; nothing in it names an account, a queue or a group.
 *
 * @param name for people: the file's, or the environment's
 * @param cooldown the group's, for simple policies without one; Elastic Beanstalk sets 360 s (reference 5.1)
 * @param warmUp the group's DefaultInstanceWarmup; null where it is not set, and then the cooldown stands in for it
 * @param alarms those that were put; those of policies that track a target are made of the policy
 */
public record ScalingDesign(
        String name,
        int minimum,
        int maximum,
        Duration cooldown,
        @Nullable Duration warmUp,
        List<DesignedAlarm> alarms,
        List<DesignedPolicy> policies,
        List<PlannedSize> schedule) {
    /** What Elastic Beanstalk sets. */
    public static final Duration ELASTIC_BEANSTALK_COOLDOWN = Duration.ofSeconds(360);

    public ScalingDesign {
        alarms = List.copyOf(alarms);
        policies = List.copyOf(policies);
        schedule = List.copyOf(schedule);
    }

    public Optional<DesignedPolicy> policy(String wanted) {
        return policies.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }
}
