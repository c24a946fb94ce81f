package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import io.beanpole.cloud.beanstalk.catalog.VersionRecord;
import io.beanpole.cloud.beanstalk.option.OptionDefaults;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.List;

/** What an environment's instances stand on: version and bundle, group, queue or balancer, and the stack around them. */
final class Foundation {
    private final Platform platform;
    private final Ledger ledger;
    private final String id;
    private final EnvironmentGroup group;
    private final Fleet fleet;
    private final WorkerQueues queues;

    Foundation(Platform platform, Ledger ledger, String id, EnvironmentGroup group, Fleet fleet) {
        this.platform = platform;
        this.ledger = ledger;
        this.id = id;
        this.group = group;
        this.fleet = fleet;
        this.queues = new WorkerQueues(platform.sqs());
    }

    /**
     * Reads the version's bundle and pulls its images.
     *
     * @throws CloudException with the reason when there is something that instances could not run
     */
    DeploymentPlan read(String label, EventLog.OperationEvents events) {
        EnvironmentRecord environment = record();
        VersionRecord version = ledger.version(environment.application(), label)
                .orElseThrow(() -> new CloudException("No Application Version named '" + label + "' found."));
        SourceBundle bundle = SourceBundle.of(version.location(), platform.s3());
        bundle.findings().faults().forEach(events::warn);
        bundle.findings().notes().forEach(events::warn);
        OptionReview review = new OptionReview(events);
        review.refuseFaults(bundle.extensions().settings());
        OptionSettings set = set(bundle, environment);
        OptionSettings settings = new OptionSettings(List.of(OptionDefaults.of(environment.tier()), set.all()));
        review.refuseConflicts(settings, environment.tier());
        review.warnOfUnserved(set);
        DeploymentPlan next = new DeploymentPlan(version, bundle, settings);
        next.periodicTasks(environment);
        next.containers().forEach(container -> platform.runtime().pull(container.image()));
        return next;
    }

    /** Says which of the settings that somebody made have no effect. */
    void warnOfUnserved(DeploymentPlan next, EventLog.OperationEvents events) {
        new OptionReview(events).warnOfUnserved(set(next.bundle(), record()));
    }

    /** What somebody set, without the defaults. */
    private static OptionSettings set(SourceBundle bundle, EnvironmentRecord environment) {
        return new OptionSettings(List.of(
                bundle.extensions().settings(),
                environment.configuration().template().settings(),
                environment.settings()));
    }

    /** The group, the queue of a worker, the balancer of a web environment: made once, at the launch. */
    void surround(DeploymentPlan next, EventLog.OperationEvents events) {
        EnvironmentRecord environment = record();
        boolean isNew = !group.isCreated();
        group.create(next.settings(), environment);
        if (isNew) {
            events.info("Created Auto Scaling group named: " + group.name());
        }
        if (environment.isWorker()) {
            new WorkerQueueChoice(queues, ledger, events).choose(environment, next.settings());
        } else if (!fleet.front().isOpen()) {
            int port = fleet.openFront(environment.port(), next);
            ledger.change(id, known -> known.withPort(port));
            events.info("Created load balancer on port " + port + ".");
        }
    }

    /** False, with an event that says why, when the Resources of the bundle could not be brought about. */
    boolean hasResources(DeploymentPlan wanted, EventLog.OperationEvents events) {
        try {
            stack(events).apply(record(), wanted, group.name());
            return true;
        } catch (CloudException e) {
            events.error(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** After what was tried did not succeed: queue and resources are again as a plan asked for that did. */
    void takeBack(EnvironmentRecord before, DeploymentPlan plan, EventLog.OperationEvents events) {
        ledger.change(id, known -> known.withQueues(before.queue(), before.deadLetterQueue()));
        try {
            surround(plan, events);
            if (hasResources(plan, events)) {
                tidy(events);
            }
        } catch (CloudException e) {
            events.error("What stood around the instances before could not be brought back: " + e.getMessage());
        }
    }

    /** Deletes queues of the environment's own that it has left; only when nothing can want them back any more. */
    void tidy(EventLog.OperationEvents events) {
        if (record().isWorker()) {
            queues.deleteLeft(record()).forEach(url -> events.info("Deleted SQS queue named: " + url));
        }
    }

    /** Ends all of it: resources, group, instances, and the queue if it is the environment's own. */
    void tearDown(EventLog.OperationEvents events) {
        EnvironmentRecord environment = record();
        stack(events).delete(environment);
        group.delete();
        ReplacingDeployment.sweep(platform.groups(), id);
        fleet.close();
        queues.delete(environment);
        queues.deleteLeft(environment);
        platform.leaders().delete(id);
        if (!environment.deadLetterQueue().isEmpty()) {
            events.info("Deleted SQS queue named: " + environment.queue());
        }
    }

    private EnvironmentStack stack(EventLog.OperationEvents events) {
        return new EnvironmentStack(platform, queues, events);
    }

    private EnvironmentRecord record() {
        return ledger.environment(id).orElseThrow();
    }
}
