package io.beanpole.scaling.why;

import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that AWS tells of an environment's scaling.
 *
 * @param from where the time axis begins
 * @param to where it ends; what lies after it may be known all the same
 * @param cadence how often metrics come and alarms are evaluated, as far as that is known: a minute on AWS
 * @param design bounds and policies as they are now; AWS keeps no earlier ones
 * @param alarms of the group and of its queue, with those of policies that track a target
 * @param queue null for an environment without one
 */
public record ScalingFacts(
        String environment,
        Instant from,
        Instant to,
        Duration cadence,
        ScalingDesign design,
        GroupSnapshot group,
        List<AlarmRecord> alarms,
        List<GroupActivityRecord> activities,
        List<DeploymentSpan> deployments,
        List<Measured> measured,
        @Nullable QueueSnapshot queue) {
    public ScalingFacts {
        alarms = List.copyOf(alarms);
        activities = activities.stream()
                .sorted(Comparator.comparing(GroupActivityRecord::started))
                .toList();
        deployments = List.copyOf(deployments);
        measured = measured.stream().sorted(Comparator.comparing(Measured::at)).toList();
    }
}
