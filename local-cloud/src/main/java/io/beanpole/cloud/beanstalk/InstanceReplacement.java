package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.UpdatePolicy;
import java.util.List;
import java.util.Optional;

/**
 * A rolling update: ends instances batch by batch and lets their group launch others in their place, because what
 * changed can't be applied to instances that run (evidence: [D], reference 3.6).
 */
final class InstanceReplacement {
    private static final String CAUSE = "a rolling update of Elastic Beanstalk";

    private final Fleet fleet;
    private final EnvironmentGroup group;
    private final DeploymentHealth health;
    private final RunningVersion version;
    private final Course course;

    /** @param health what each batch of the type Health must pass */
    InstanceReplacement(
            Fleet fleet, EnvironmentGroup group, DeploymentHealth health, RunningVersion version, Course course) {
        this.fleet = fleet;
        this.group = group;
        this.health = health;
        this.version = version;
        this.course = course;
    }

    /** Replaces these; false when one of the new ones did not come up. */
    boolean run(List<FleetMember> members, UpdatePolicy policy) {
        int size = fleet.membersOf(group).size();
        Optional<RunningVersion> before = group.version();
        group.launchesWith(version);
        group.holdAt(size);
        boolean succeeded = false;
        try {
            succeeded = inBatches(members, policy, size);
            return succeeded;
        } finally {
            if (!succeeded) {
                group.launchesAgainWith(before);
            }
            group.bound();
        }
    }

    private boolean inBatches(List<FleetMember> members, UpdatePolicy policy, int size) {
        for (int from = 0; from < members.size(); from += policy.batch()) {
            List<FleetMember> batch = members.subList(from, Math.min(members.size(), from + policy.batch()));
            course.events().info("Rolling update: replacing instance(s) " + Batch.ids(batch) + ".");
            List<FleetMember> staying = fleet.membersOf(group);
            group.dismiss(batch, CAUSE);
            group.holdAt(size);
            fleet.awaitLaunched(course.halt());
            List<FleetMember> fresh = fleet.membersOf(group).stream()
                    .filter(member -> !staying.contains(member))
                    .toList();
            if (course.isAborted() || !isUp(fresh, policy)) {
                return false;
            }
            boolean isLast = from + policy.batch() >= members.size();
            if (!isLast
                    && policy.type() == UpdatePolicy.Type.TIME
                    && course.halt().within(policy.pause())) {
                return false;
            }
        }
        return !course.isAborted();
    }

    private boolean isUp(List<FleetMember> fresh, UpdatePolicy policy) {
        boolean deployed =
                fresh.stream().allMatch(member -> member.deployment().status().equals(DeploymentRecord.DEPLOYED));
        if (!deployed || policy.type() != UpdatePolicy.Type.HEALTH) {
            return deployed;
        }
        DeploymentPlan plan = version.plan();
        List<FleetMember> failing = health.failing(fresh, plan, course.halt());
        if (!failing.isEmpty() && !course.isAborted()) {
            course.events().error("Instance(s) " + Batch.ids(failing) + " did not pass health checks.");
            failing.forEach(member ->
                    course.events().error("[Instance: " + member.id() + "] It " + health.unmet(member, plan)));
        }
        return failing.isEmpty();
    }
}
