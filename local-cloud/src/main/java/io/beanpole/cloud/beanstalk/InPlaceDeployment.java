package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.Batches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a version onto the instances there are: all at once, or in batches of which each must be healthy before the
 * next one. A batch that fails ends the deployment, and nothing goes back: the fleet is mixed, as on AWS [D].
 */
final class InPlaceDeployment {
    private final Fleet fleet;
    private final EnvironmentGroup group;
    private final DeploymentHealth health;
    private final RunningVersion version;
    private final Course course;

    /** @param health what each batch must pass */
    InPlaceDeployment(
            Fleet fleet, EnvironmentGroup group, DeploymentHealth health, RunningVersion version, Course course) {
        this.fleet = fleet;
        this.group = group;
        this.health = health;
        this.version = version;
        this.course = course;
    }

    /** On all of them together; AWS asks for no row of good checks then. */
    boolean atOnce(List<FleetMember> members) {
        List<String> failures = fleet.deploy(members, version, course.halt());
        failures.forEach(course.events()::error);
        return failures.isEmpty() && !course.isAborted();
    }

    boolean inBatches(List<FleetMember> members) {
        List<List<FleetMember>> split = batches(members.size()).split(members);
        for (int i = 0; i < split.size(); i++) {
            Batch batch = new Batch("Batch " + (i + 1) + ": ", split.get(i));
            List<String> failures = course.isAborted() ? List.of() : deployed(batch);
            if (course.isAborted()) {
                return false;
            }
            if (!failures.isEmpty()) {
                failed(batch, failures, split.size() > 1);
                return false;
            }
        }
        return true;
    }

    /**
     * One batch is launched with the version before the others get it, so that as many serve as before; it is ended
     * when all is over.
     */
    boolean withAdditionalBatch(List<FleetMember> members) {
        int size = batches(members.size()).size();
        Optional<RunningVersion> before = group.version();
        course.events().info("Launching an additional batch of " + size + " instance(s).");
        group.launchesWith(version);
        List<FleetMember> additional = new ArrayList<>();
        boolean succeeded = false;
        try {
            group.wake();
            group.holdAt(members.size() + size);
            fleet.awaitLaunched(course.halt());
            group.rest();
            fleet.membersOf(group).stream()
                    .filter(member -> !members.contains(member))
                    .forEach(additional::add);
            succeeded = isUp(new Batch("Additional batch: ", additional)) && inBatches(members);
            return succeeded;
        } finally {
            if (!succeeded) {
                group.launchesAgainWith(before);
            }
            course.letAbort(false);
            course.events().info("Terminating the additional batch of instances " + Batch.ids(additional) + ".");
            group.dismiss(additional, "the end of a deployment with an additional batch");
            group.bound();
        }
    }

    private Batches batches(int instances) {
        return Batches.of(version.plan().settings(), instances);
    }

    private boolean isUp(Batch batch) {
        List<String> failures = new ArrayList<>();
        batch.members().stream()
                .filter(member -> !member.deployment().status().equals(DeploymentRecord.DEPLOYED))
                .forEach(member -> failures.add("[Instance: " + member.id() + "] The application did not come up."));
        if (failures.isEmpty()) {
            failures.addAll(unhealthy(batch.members()));
        }
        if (!failures.isEmpty() && !course.isAborted()) {
            failed(batch, failures, false);
        }
        return failures.isEmpty() && !course.isAborted();
    }

    private List<String> deployed(Batch batch) {
        EventLog.OperationEvents events = course.events();
        boolean isBalanced = fleet.front().isOpen();
        if (isBalanced) {
            events.info(batch.title() + "De-registering instance(s) " + batch.ids()
                    + " from the load balancer and waiting for them to go out of service.");
            fleet.putBehindBalancer(batch.members(), false);
        }
        events.info(batch.title() + "Starting application deployment on instance(s) " + batch.ids() + ".");
        List<String> failures = new ArrayList<>(fleet.deploy(batch.members(), version, course.halt()));
        if (isBalanced) {
            events.info(batch.title() + "Registering instance(s) with the load balancer and waiting for them to be"
                    + " healthy.");
            fleet.putBehindBalancer(batch.members(), true);
        }
        if (failures.isEmpty()) {
            failures.addAll(unhealthy(batch.members()));
        }
        if (failures.isEmpty() && !course.isAborted()) {
            events.info(batch.title() + "Completed application deployment.");
        }
        return failures;
    }

    /** A sentence for each that the balancer does not find well, or that does not pass its row of checks. */
    private List<String> unhealthy(List<FleetMember> members) {
        DeploymentPlan plan = version.plan();
        if (plan.ignoresHealth()) {
            return List.of();
        }
        List<FleetMember> unbalanced = fleet.front().notBalanced(members, course.halt());
        if (!unbalanced.isEmpty()) {
            return unbalanced.stream()
                    .map(member -> "[Instance: " + member.id() + "] The load balancer's health checks did not pass.")
                    .toList();
        }
        return health.failing(members, plan, course.halt()).stream()
                .map(member -> "[Instance: " + member.id() + "] The application " + health.unmet(member, plan))
                .toList();
    }

    private void failed(Batch batch, List<String> failures, boolean leavesOthers) {
        failures.forEach(course.events()::error);
        course.events()
                .error("Unsuccessful command execution on instance id(s) " + batch.ids() + ". Aborting the operation.");
        if (leavesOthers) {
            course.events()
                    .error("During an aborted deployment, some instances may have deployed the new application"
                            + " version. To ensure all instances are running the same version, re-deploy the"
                            + " appropriate application version.");
        }
    }
}
