package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.OptionName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings a version onto an environment's instances: all at once, or in batches of which each must be healthy before the
 * next one. A batch that fails ends the deployment and leaves a mixed fleet, as on AWS.
 */
final class Deployments {
    /** Stands for AWS's 12 good checks in 2 minutes (web) and 18 in 3 minutes (worker) [D]. */
    private static final Duration HEALTHY_BATCH = Duration.ofSeconds(2);

    private final Fleet fleet;
    private final EnvironmentGroup group;

    Deployments(Fleet fleet, EnvironmentGroup group) {
        this.fleet = fleet;
        this.group = group;
    }

    /** Launches the group's first instances with the version; false when it did not come up on one of them. */
    boolean launch(RunningVersion version, EventLog.OperationEvents events) {
        fleet.launchesWith(version);
        events.info("Waiting for EC2 instances to launch. This may take a few minutes.");
        group.follow(version.plan().settings());
        group.open(fleet);
        fleet.awaitLaunched();
        return allDeployed(version);
    }

    /**
     * Brings the version onto the running instances. Meanwhile the group neither launches nor ends any.
     *
     * @return false when it did not come up everywhere
     */
    boolean deploy(RunningVersion version, DeploymentPolicy policy, EventLog.OperationEvents events) {
        group.rest();
        try {
            fleet.awaitLaunched();
            List<FleetMember> members = List.copyOf(fleet.members());
            boolean succeeded = policy == DeploymentPolicy.ALL_AT_ONCE
                    ? atOnce(members, version, events)
                    : inBatches(members, version, events);
            if (succeeded) {
                fleet.launchesWith(version);
            }
            fleet.balance(version.plan());
            return succeeded;
        } finally {
            group.wake();
        }
    }

    /** Meanwhile none comes or goes either, so that none is left with the daemon it came with. */
    void restartDaemons(DeploymentPlan plan) {
        group.rest();
        try {
            fleet.awaitLaunched();
            fleet.restartDaemons(plan);
        } finally {
            group.wake();
        }
    }

    /** The one of the option settings, with a warning when it is not the one that will be followed. */
    static DeploymentPolicy policy(DeploymentPlan plan, EventLog.OperationEvents events) {
        DeploymentPolicy policy = DeploymentPolicy.of(plan.settings());
        if (policy == DeploymentPolicy.AS_ROLLING) {
            events.warn("The local cloud has no DeploymentPolicy " + DeploymentPolicy.name(plan.settings())
                    + " yet; the version is deployed as Rolling, in place and batch by batch.");
        }
        return policy;
    }

    private boolean atOnce(List<FleetMember> members, RunningVersion version, EventLog.OperationEvents events) {
        List<String> failures = fleet.deploy(members, version, Duration.ZERO);
        failures.forEach(events::error);
        return failures.isEmpty();
    }

    private boolean inBatches(List<FleetMember> members, RunningVersion version, EventLog.OperationEvents events) {
        List<List<FleetMember>> batches =
                Batches.of(version.plan().settings(), members.size()).split(members);
        for (int i = 0; i < batches.size(); i++) {
            List<String> failures = batch("Batch " + (i + 1) + ": ", batches.get(i), version, events);
            if (!failures.isEmpty()) {
                failures.forEach(events::error);
                events.error("Unsuccessful command execution on instance id(s) " + ids(batches.get(i))
                        + ". Aborting the operation.");
                if (batches.size() > 1) {
                    events.error("During an aborted deployment, some instances may have deployed the new application"
                            + " version. To ensure all instances are running the same version, re-deploy the"
                            + " appropriate application version.");
                }
                return false;
            }
        }
        return true;
    }

    private List<String> batch(
            String name, List<FleetMember> batch, RunningVersion version, EventLog.OperationEvents events) {
        if (fleet.hasBalancer()) {
            events.info(name + "De-registering instance(s) " + ids(batch) + " from the load balancer.");
            putBehindBalancer(batch, version, false);
        }
        events.info(name + "Starting application deployment on instance(s) " + ids(batch) + ".");
        List<String> failures = fleet.deploy(batch, version, HEALTHY_BATCH);
        if (failures.isEmpty()) {
            events.info(name + "Completed application deployment.");
        }
        if (fleet.hasBalancer()) {
            events.info(name + "Registering instance(s) with the load balancer and waiting for them to be healthy.");
            putBehindBalancer(batch, version, true);
            if (failures.isEmpty()) {
                return fleet.notBalanced(batch).stream()
                        .map(id -> "[Instance: " + id + "] The load balancer's health checks did not pass.")
                        .toList();
            }
        }
        return failures;
    }

    private void putBehindBalancer(List<FleetMember> batch, RunningVersion version, boolean behind) {
        batch.forEach(member -> member.putBehindBalancer(behind));
        fleet.balance(version.plan());
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

    private static String ids(List<FleetMember> members) {
        return members.stream().map(FleetMember::id).collect(Collectors.joining(", ", "[", "]"));
    }
}
