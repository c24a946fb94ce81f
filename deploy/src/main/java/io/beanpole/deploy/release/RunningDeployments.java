package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionSubject;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.InstanceState;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What environments are busy with, whoever began it: followed again, or stopped. */
public final class RunningDeployments {
    private final ReleaseParts parts;
    private final ActionJournal journal;

    /** @param journal where it is written down who stopped what */
    public RunningDeployments(ReleaseParts parts, ActionJournal journal) {
        this.parts = parts;
        this.journal = journal;
    }

    /**
     * Follows what an environment is busy with to its end, and ends the record if there is one that is open.
     *
     * @return how it ended, or that it was busy with nothing
     */
    public Followed watch(String environmentName, DeploymentListener listener) {
        var environment = environment(environmentName);
        var underWay = new UnderWay(parts, environment);
        var begun = underWay.deployment();
        if (environment.isReady() && begun.isEmpty()) {
            var message = "Nothing is being done to it; it is Ready and runs " + environment.versionLabel() + ".";
            return new Followed(environmentName, DeploymentOutcome.SUCCEEDED, message, Optional.empty());
        }
        begun.ifPresent(deployment -> listener.note(deployment.actor() + " began to deploy "
                + deployment.toVersion() + " in place of " + deployment.fromVersion() + " at "
                + deployment.startedAt().truncatedTo(ChronoUnit.SECONDS)));
        var label = begun.map(DeploymentRecord::toVersion).orElse(null);
        var request = FollowedRequest.since(parts, environment, label, underWay.since(), listener);
        var outcome = follow(environmentName, request, listener);
        var message = switch (outcome) {
            case SUCCEEDED -> "Every instance runs " + version(environmentName) + ".";
            case FAILED -> request.failure();
            case UNKNOWN -> "It still waits for " + request.waitingFor() + "; it goes on by itself.";
        };
        var ended = begun.map(deployment -> parts.journal()
                .reopen(deployment, underWay.clock(), phase -> {})
                .end(outcome, message));
        return new Followed(environmentName, outcome, message, ended);
    }

    /** What an abort would stop and leave. */
    public Abortion abortion(String environmentName) {
        var environment = environment(environmentName);
        if (environment.isReady()) {
            return new Abortion(nothingToAbort(environment), Optional.empty());
        }
        var policy = DeploymentPolicy.of(parts.changes().settings(environment));
        var underWay = new UnderWay(parts, environment);
        var begun = underWay.deployment();
        var sentence = environmentName + " is " + environment.status()
                + begun.map(deployment -> " to " + deployment.toVersion() + ", which " + deployment.actor() + " began")
                        .orElse("")
                + ". " + policy.leaves();
        return new Abortion(sentence, Optional.of(operation(underWay, begun)));
    }

    /** Stops what an environment is busy with, waits until it is at rest, and tells what was left. */
    public Aborted abort(String environmentName) {
        return abort(busy(environmentName));
    }

    /**
     * Stops one operation of an environment, which somebody looked at before.
     *
     * @param operation as {@link Abortion} names it
     * @throws DeployException when the environment is busy with something else by now, which is left alone
     */
    public Aborted abort(String environmentName, String operation) {
        var environment = busy(environmentName);
        var underWay = new UnderWay(parts, environment);
        if (!operation(underWay, underWay.deployment()).equals(operation)) {
            throw new DeployException(
                    "Nothing was aborted: what " + environmentName + " was busy with is over, and something else has"
                            + " begun since.",
                    "Look at what it is busy with now, and decide again.");
        }
        return abort(environment);
    }

    private Aborted abort(EnvironmentState environment) {
        var environmentName = environment.name();
        var policy = DeploymentPolicy.of(parts.changes().settings(environment));
        var begun = new UnderWay(parts, environment).deployment();
        parts.changes().abort(environment);
        var looks = new PatientLooks(parts.following().patience(), parts.clock(), parts.notes()::say);
        var isAtRest = parts.following()
                .looks()
                .await(
                        environmentName + ", which comes to rest by itself,",
                        () -> looks.look(() -> environment(environmentName).isReady(), false));
        if (!isAtRest) {
            throw notAtRest(environment);
        }
        var versions = versions(environment(environmentName));
        var message = "The update of " + environmentName
                + begun.map(deployment -> " to " + deployment.toVersion()).orElse("") + " " + DeploymentRecord.ABORTED
                + " "
                + policy.leaves();
        begun.ifPresent(deployment ->
                parts.journal().reopen(deployment, parts.clock(), phase -> {}).end(DeploymentOutcome.FAILED, message));
        var written = journal.write(
                new ActionSubject(environment.application(), environmentName),
                "abort",
                message,
                Map.of("policy", policy.awsName(), "versions", versions.toString()));
        return new Aborted(environmentName, policy.awsName(), message, versions, written.id());
    }

    /** That the abort was asked for is written down, but not how it ended. */
    private DeployException notAtRest(EnvironmentState environment) {
        var message = "The abort was asked for, but " + environment.name() + " has not come to rest.";
        journal.write(new ActionSubject(environment.application(), environment.name()), "abort", message, Map.of());
        return new DeployException(
                message, "./beanpole watch " + environment.name() + " follows it to its end and closes the record.");
    }

    private DeploymentOutcome follow(String name, FollowedRequest request, DeploymentListener listener) {
        var looks = new PatientLooks(parts.following().patience(), parts.clock(), listener::note);
        var last = new Outcome[] {Outcome.PENDING};
        parts.following().looks().await("the update of " + name + ", which goes on by itself,", () -> {
            last[0] = lookOrLose(name, looks, request);
            return last[0] != Outcome.PENDING;
        });
        return switch (last[0]) {
            case SUCCEEDED -> DeploymentOutcome.SUCCEEDED;
            case FAILED -> DeploymentOutcome.FAILED;
            case PENDING -> DeploymentOutcome.UNKNOWN;
        };
    }

    private static Outcome lookOrLose(String name, PatientLooks looks, FollowedRequest request) {
        try {
            return looks.look(request::look, Outcome.PENDING);
        } catch (DeployException e) {
            var advice = e.suggestion().map(each -> each + " ").orElse("") + Rollout.again(name);
            throw new DeployException(
                    name + " can't be seen any more, and what it is busy with goes on by itself. " + e.getMessage(),
                    advice,
                    e);
        }
    }

    private String version(String environmentName) {
        return String.valueOf(environment(environmentName).versionLabel());
    }

    /** The version of each instance, by id. */
    private SortedMap<String, String> versions(EnvironmentState environment) {
        var versions = new TreeMap<String, String>();
        parts.feed()
                .instances(environment)
                .orElse(List.<InstanceState>of())
                .forEach(instance ->
                        versions.put(instance.id(), instance.versionLabel() + " " + instance.deploymentStatus()));
        return versions;
    }

    private EnvironmentState busy(String name) {
        var environment = environment(name);
        if (environment.isReady()) {
            throw new DeployException(nothingToAbort(environment));
        }
        return environment;
    }

    private static String nothingToAbort(EnvironmentState environment) {
        return "There is nothing to abort: " + environment.name() + " is Ready and runs " + environment.versionLabel()
                + ".";
    }

    /** Tells one operation from another: its record, or where it has none, the moment when it began. */
    private static String operation(UnderWay underWay, Optional<DeploymentRecord> begun) {
        return begun.map(DeploymentRecord::id).orElseGet(() -> underWay.since().toString());
    }

    private EnvironmentState environment(String name) {
        return parts.feed()
                .find(name)
                .orElseThrow(() -> new DeployException("There is no environment " + name + " in this cloud."));
    }

    /**
     * How something ended that was followed.
     *
     * @param record as it was closed; empty for what was begun without one
     */
    public record Followed(
            String environmentName, DeploymentOutcome outcome, String message, Optional<DeploymentRecord> record) {}

    /**
     * What an abort would stop.
     *
     * @param sentence what it would leave
     * @param operation what would be stopped, to be named when it is; empty when there is nothing to stop
     */
    public record Abortion(String sentence, Optional<String> operation) {}

    /**
     * What was left when something was stopped.
     *
     * @param versions version and deployment status of each instance, by its id
     * @param actionId under which it is written down
     */
    public record Aborted(
            String environmentName,
            String policy,
            String message,
            SortedMap<String, String> versions,
            String actionId) {}
}
