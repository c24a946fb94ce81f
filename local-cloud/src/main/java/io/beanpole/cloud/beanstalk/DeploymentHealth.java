package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.Halt;
import io.beanpole.cloud.beanstalk.deployment.HealthGate;
import io.beanpole.cloud.beanstalk.health.HealthThreshold;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Whether instances are healthy enough for a deployment to go on.
 *
 * @param gate how many good checks in a row that takes
 */
record DeploymentHealth(HealthGate gate, Clock clock) {
    /** Waits until all have passed; gives those that did not within the command timeout. */
    List<FleetMember> failing(List<FleetMember> members, DeploymentPlan plan, Halt halt) {
        HealthThreshold threshold = plan.healthThreshold();
        return gate.failing(members, member -> isWell(member, threshold), plan.timeout(), halt);
    }

    /** A look at these now, at their requests together too, of which each alone may have too few to say anything. */
    boolean isWell(List<FleetMember> members, DeploymentPlan plan) {
        HealthThreshold threshold = plan.healthThreshold();
        return threshold.isPassedBy(TrafficWindow.summary(
                        members.stream().map(FleetMember::traffic).toList()))
                && members.stream().allMatch(member -> isWell(member, threshold));
    }

    /** The row of good checks that was asked for, and what stands against it now, as a part of a sentence. */
    String unmet(FleetMember member, DeploymentPlan plan) {
        List<String> causes = plan.healthThreshold()
                .health(FleetWatch.watched(member), clock.instant())
                .causes();
        return "did not stay healthy for " + gate.checks() + " checks in a row"
                + (causes.isEmpty() ? "." : ": " + String.join(" ", causes));
    }

    /** The time between two checks. */
    Duration apart() {
        return gate.apart();
    }

    private boolean isWell(FleetMember member, HealthThreshold threshold) {
        return threshold.isPassedBy(FleetWatch.watched(member), clock.instant());
    }
}
