package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.DeploymentPolicy;
import io.beanpole.cloud.beanstalk.deployment.HealthGate;
import io.beanpole.cloud.beanstalk.deployment.TrafficSplit;
import io.beanpole.cloud.beanstalk.deployment.UpdatePolicy;
import io.beanpole.cloud.beanstalk.log.LogSamples;
import io.beanpole.cloud.beanstalk.option.OptionName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings versions onto an environment's instances, in the way that the policies say. */
final class Deployments {
    private final Scene scene;
    private final Fleet fleet;
    private final EnvironmentGroup group;

    /** Where deployments happen. */
    record Scene(
            Platform platform,
            Fleet fleet,
            EnvironmentGroup group,
            Supplier<EnvironmentRecord> environment,
            LogSamples samples) {}

    Deployments(Scene scene) {
        this.scene = scene;
        this.fleet = scene.fleet();
        this.group = scene.group();
    }

    /** Launches the group's first instances with the version; false when it did not come up on one of them. */
    boolean launch(RunningVersion version, Course course) {
        group.launchesWith(version);
        course.events().info("Waiting for EC2 instances to launch. This may take a few minutes.");
        group.follow(version.plan().settings());
        group.open(fleet);
        fleet.awaitLaunched(course.halt());
        return allDeployed(version);
    }

    /**
     * Brings the version onto the environment. Meanwhile its group neither launches nor ends instances by itself.
     *
     * @return false when it did not come up everywhere, or was aborted
     */
    boolean deploy(RunningVersion version, DeploymentPolicy policy, Course course) {
        if (policy == DeploymentPolicy.TRAFFIC_SPLITTING && !fleet.front().isOpen()) {
            course.events()
                    .error("The deployment policy TrafficSplitting needs an Application Load Balancer, which a worker"
                            + " environment doesn't have. Choose another DeploymentPolicy.");
            return false;
        }
        return resting(
                course,
                () -> {
                    List<FleetMember> members = fleet.membersOf(group);
                    InPlaceDeployment inPlace = new InPlaceDeployment(fleet, group, health(), version, course);
                    course.letAbort(true);
                    return switch (policy) {
                        case ALL_AT_ONCE -> inPlace.atOnce(members);
                        case ROLLING -> inPlace.inBatches(members);
                        case ROLLING_WITH_ADDITIONAL_BATCH -> inPlace.withAdditionalBatch(members);
                        case IMMUTABLE -> replacing(version, course, Optional.empty());
                        case TRAFFIC_SPLITTING ->
                            replacing(
                                    version,
                                    course,
                                    Optional.of(TrafficSplit.of(
                                            version.plan().settings(),
                                            scene.platform().pace())));
                    };
                },
                version);
    }

    /** Applies what changed to new instances in place of the old ones; only those with another deployment. */
    boolean replaceInstances(RunningVersion version, Course course) {
        fleet.awaitLaunched(course.halt());
        List<FleetMember> members = fleet.membersOf(group).stream()
                .filter(member -> member.deployment().id() != version.deploymentId())
                .toList();
        UpdatePolicy policy = UpdatePolicy.of(
                version.plan().settings(), members.size(), scene.platform().pace());
        course.letAbort(true);
        try {
            return policy.type() == UpdatePolicy.Type.IMMUTABLE
                    ? resting(course, () -> replacing(version, course, Optional.empty()), version)
                    : new InstanceReplacement(fleet, group, health(), version, course).run(members, policy);
        } finally {
            course.letAbort(false);
            group.version().ifPresent(present -> fleet.follow(present.plan()));
        }
    }

    /** Brings back what ran before to those instances that have got something else since. */
    boolean takeBack(RunningVersion before, Course course) {
        return resting(
                course,
                () -> new InPlaceDeployment(fleet, group, health(), before, course)
                        .atOnce(fleet.membersOf(group).stream()
                                .filter(member -> member.deployment().id() != before.deploymentId())
                                .toList()),
                before);
    }

    /** Starts the applications anew, all at once; it is no deployment, so the deployment stays what it was. */
    boolean restart(RunningVersion present, Course course) {
        return resting(
                course,
                () -> new InPlaceDeployment(fleet, group, health(), present, course).atOnce(fleet.membersOf(group)),
                present);
    }

    /** Meanwhile none comes or goes either, so that none is left with the daemon it came with. */
    void restartDaemons(DeploymentPlan plan, Course course) {
        group.rest();
        try {
            fleet.awaitLaunched(course.halt());
            fleet.restartDaemons(plan);
        } finally {
            group.wake();
        }
    }

    /** What is done while the group rests. */
    private interface Work {
        boolean done();
    }

    private boolean resting(Course course, Work work, RunningVersion version) {
        group.rest();
        try {
            fleet.awaitLaunched(course.halt());
            fleet.follow(version.plan());
            boolean succeeded = work.done();
            if (succeeded) {
                group.launchesWith(version);
            } else {
                group.version().ifPresent(before -> fleet.follow(before.plan()));
            }
            return succeeded;
        } finally {
            course.letAbort(false);
            group.wake();
        }
    }

    private boolean replacing(RunningVersion version, Course course, Optional<TrafficSplit> split) {
        EnvironmentRecord environment = scene.environment().get();
        return new ReplacingDeployment(scene, health(), version, course).run(split, environment);
    }

    private DeploymentHealth health() {
        Platform platform = scene.platform();
        return new DeploymentHealth(
                HealthGate.of(scene.environment().get().isWorker(), platform.pace()), platform.clock());
    }

    private boolean allDeployed(RunningVersion version) {
        int least = version.plan().settings().number(OptionName.GROUP, "MinSize", 1);
        List<FleetMember> members = List.copyOf(fleet.members());
        return members.size() >= least
                && members.stream()
                        .map(FleetMember::deployment)
                        .allMatch(each -> each.id() == version.deploymentId()
                                && each.status().equals(DeploymentRecord.DEPLOYED));
    }
}
