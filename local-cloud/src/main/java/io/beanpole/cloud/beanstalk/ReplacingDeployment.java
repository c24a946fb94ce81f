package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.autoscaling.Groups;
import io.beanpole.cloud.beanstalk.deployment.Halt;
import io.beanpole.cloud.beanstalk.deployment.TrafficSplit;
import io.beanpole.cloud.beanstalk.log.LoggedInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings a version up on new instances in a temporary group: one to verify its health, then as many as the environment
 * has. They move into the environment's own group, the old ones are ended; before that they may have got a share of the
 * requests for a while. Whatever fails on the way ends the temporary group and nothing else (evidence: [D], reference
 * 3.6; the words of the events from deployments that people published [C]).
 */
final class ReplacingDeployment {
    private static final int BAD_LOOKS = 3;
    private static final String CAUSE = "the end of an immutable deployment of Elastic Beanstalk";

    private final Deployments.Scene scene;
    private final Fleet fleet;
    private final EnvironmentGroup group;
    private final EnvironmentGroup temporary;
    private final DeploymentHealth health;
    private final RunningVersion version;
    private final Course course;

    /** @param health what the new instances must pass */
    ReplacingDeployment(Deployments.Scene scene, DeploymentHealth health, RunningVersion version, Course course) {
        this.scene = scene;
        this.fleet = scene.fleet();
        this.group = scene.group();
        this.temporary = EnvironmentGroup.temporary(
                scene.platform().groups(), scene.environment().get().id());
        this.health = health;
        this.version = version;
        this.course = course;
    }

    /** What a deployment that was cut left is ended. */
    static void sweep(Groups groups, String environmentId) {
        EnvironmentGroup.temporary(groups, environmentId).delete();
    }

    /** @param split the share of the requests that the new instances get at first; nothing for an immutable one */
    boolean run(Optional<TrafficSplit> split, EnvironmentRecord environment) {
        List<FleetMember> old = fleet.membersOf(group);
        EventLog.OperationEvents events = course.events();
        events.info((split.isPresent() ? "Traffic splitting" : "Immutable")
                + " deployment policy enabled. Launching one instance with the new settings to verify health.");
        boolean succeeded = false;
        try {
            split.ifPresent(share -> fleet.front().split(temporary, 0));
            temporary.create(1, environment);
            temporary.launchesWith(version);
            events.info("Created temporary auto scaling group " + temporary.name() + ".");
            temporary.open(fleet);
            succeeded = isUp()
                    && isWhole(old.size())
                    && split.map(this::isWellUnderLoad).orElse(true);
            succeeded &= !course.isAborted();
        } finally {
            course.letAbort(false);
            if (succeeded && !course.isAborted()) {
                takeOver(old);
            } else {
                giveUp(old);
            }
        }
        return succeeded;
    }

    private boolean isWhole(int size) {
        if (size < 2) {
            return true;
        }
        course.events().info("Test instance passed health checks. Launching " + (size - 1) + " more instance(s).");
        temporary.holdAt(size);
        return isUp();
    }

    private boolean isUp() {
        fleet.awaitLaunched(course.halt());
        List<FleetMember> members = fleet.membersOf(temporary);
        DeploymentPlan plan = version.plan();
        if (course.halt().isCalled()
                || members.isEmpty()
                || !members.stream()
                        .allMatch(member -> member.deployment().status().equals(DeploymentRecord.DEPLOYED))) {
            return false;
        }
        course.events().info("Instance deployment completed successfully.");
        if (plan.ignoresHealth()) {
            return true;
        }
        if (fleet.front().isOpen()) {
            course.events().info("Adding new instance(s) " + ids(members) + " to the load balancer.");
        }
        course.events().info("Waiting for instance(s) " + ids(members) + " to pass health checks.");
        List<FleetMember> failing = fleet.front().notBalanced(members, course.halt());
        if (failing.isEmpty()) {
            failing = health.failing(members, plan, course.halt());
        }
        if (!failing.isEmpty() && !course.isAborted()) {
            course.events().error("Instance(s) " + ids(failing) + " did not pass health checks.");
            failing.forEach(member ->
                    course.events().error("[Instance: " + member.id() + "] It " + health.unmet(member, plan)));
        }
        return failing.isEmpty();
    }

    /** Watches the new instances while they get their share of the requests. */
    private boolean isWellUnderLoad(TrafficSplit split) {
        course.events()
                .info("Sending " + split.percent() + " percent of the traffic to the new version for " + split.minutes()
                        + " minutes.");
        fleet.front().split(temporary, split.percent());
        long end = System.nanoTime() + split.lasts().toNanos();
        Duration look = health.apart();
        int bad = 0;
        while (System.nanoTime() < end) {
            if (course.halt().within(look)) {
                return false;
            }
            bad = health.isWell(fleet.membersOf(temporary), version.plan()) ? 0 : bad + 1;
            if (bad >= BAD_LOOKS) {
                course.events().error("The new version is not healthy while it gets traffic.");
                return false;
            }
        }
        course.events().info("Evaluation of the new version ended well. Sending all traffic to it.");
        fleet.front().split(temporary, 100);
        return true;
    }

    private void takeOver(List<FleetMember> old) {
        EventLog.OperationEvents events = course.events();
        group.launchesWith(version);
        List<FleetMember> fresh = fleet.membersOf(temporary);
        List<FleetMember> staying = old.isEmpty() ? List.of() : fresh;
        // Before the new ones change their group: by weights, the group that they come to gets no requests.
        fleet.putBehindBalancer(old, false);
        fleet.front().unite();
        temporary.handOver(staying, group, CAUSE);
        events.info("Detached new instance(s) from temporary auto scaling group " + temporary.name() + ".");
        events.info("Attached new instance(s) to the permanent auto scaling group " + group.name() + ".");
        events.info("Starting post-deployment configuration on new instances.");
        events.info("Waiting for post-deployment configuration to complete.");
        events.info("Deployment succeeded. Terminating old instances and temporary Auto Scaling group.");
        group.dismiss(old, CAUSE);
        group.bound();
        end();
        fleet.awaitGone(group, course.halt());
    }

    private void giveUp(List<FleetMember> old) {
        course.events()
                .warn("The new version is taken back: terminating the temporary Auto Scaling group " + temporary.name()
                        + "; " + old.size() + " instance(s) go on as before.");
        fleet.putBehindBalancer(fleet.membersOf(temporary), false);
        fleet.front().unite();
        fleet.membersOf(temporary).forEach(this::keepLogs);
        end();
    }

    /** They say why it failed, and when the instance is gone they can't be asked for any more. */
    private void keepLogs(FleetMember member) {
        String of = "[Instance: " + member.id() + "] ";
        try {
            scene.samples()
                    .takeLast(
                            scene.environment().get().id(),
                            new LoggedInstance(member.id(), member.instance().logs()));
            course.events().info(of + "Its bundle logs are kept for an hour after it is terminated.");
        } catch (CloudException e) {
            course.events().warn(of + e.getMessage());
        }
    }

    private void end() {
        if (temporary.isCreated()) {
            temporary.dismiss(fleet.membersOf(temporary), CAUSE);
            fleet.awaitGone(temporary, new Halt());
            temporary.delete();
        }
    }

    private static String ids(List<FleetMember> members) {
        return members.stream().map(FleetMember::id).collect(Collectors.joining(",", "(", ")"));
    }
}
