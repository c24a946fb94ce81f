package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.DeploymentWatch;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.EnvironmentChanges;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.NewEnvironment;
import io.beanpole.deploy.release.DeploymentJournal;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.JournalEntry;
import io.beanpole.deploy.release.Phases;
import io.beanpole.deploy.release.VersionChange;
import io.beanpole.deploy.spec.OptionName;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One environment on its way to its plan: create, or version and settings in two steps, each followed to its end. */
final class EnvironmentRollout<C extends EnvironmentFeed & EnvironmentChanges> {
    private final C cloud;
    private final EnvironmentPlan plan;
    private final DeploymentJournal journal;
    private final Progress progress;
    private final Set<Step> taken = EnumSet.noneOf(Step.class);

    private @Nullable NewEnvironment wanted;
    private @Nullable DeploymentWatch watch;
    private @Nullable JournalEntry entry;
    private Phases phases;
    private Outcome outcome = Outcome.PENDING;
    private String waitingFor = "its turn";

    EnvironmentRollout(C cloud, EnvironmentPlan plan, DeploymentJournal journal, Progress progress) {
        this.cloud = cloud;
        this.plan = plan;
        this.journal = journal;
        this.phases = journal.phases(phase -> {});
        this.progress = progress.of(plan.name());
    }

    String name() {
        return plan.name();
    }

    /** Does what can be done now without waiting. */
    Outcome advance() {
        if (outcome != Outcome.PENDING) {
            return outcome;
        }
        if (wanted == null) {
            wanted = plan.resolve(cloud).orElse(null);
            waitingFor = wanted == null ? "the queues of the lanes that it sends to" : "the first answer";
        }
        if (wanted != null) {
            outcome = advance(wanted);
        }
        return outcome;
    }

    /** What the last advance came to. */
    Outcome outcome() {
        return outcome;
    }

    /** Nobody follows it any more; a deployment that still runs stays undecided in its record. */
    void letGo() {
        record(DeploymentOutcome.UNKNOWN, "It was not followed to its end and goes on by itself; " + account());
    }

    /** Whether nothing was asked of it yet, because another environment has to come first. */
    boolean isWaitingForOthers() {
        return wanted == null;
    }

    /** Why it isn't done, or how it failed. */
    String account() {
        return account(outcome == Outcome.FAILED ? " failed" : " is still waiting for " + waitingFor);
    }

    private String account(String state) {
        var events = watch == null ? List.<String>of() : watch.lastEvents();
        return name() + state + (events.isEmpty() ? "." : "; its last events:\n  " + String.join("\n  ", events));
    }

    private Outcome advance(NewEnvironment target) {
        if (watch != null) {
            var seen = watch.look();
            waitingFor = watch.waitingFor();
            if (seen == Outcome.FAILED) {
                record(DeploymentOutcome.FAILED, account(" failed"));
            }
            if (seen != Outcome.SUCCEEDED) {
                return seen;
            }
            record(DeploymentOutcome.SUCCEEDED, "Every instance runs " + plan.versionLabel() + ".");
        }
        return nextStep(target);
    }

    private Outcome nextStep(NewEnvironment target) {
        var state = cloud.find(name()).orElse(null);
        if (state == null) {
            return create(target);
        }
        if (!state.isReady()) {
            waitingFor = "an earlier operation to end; the environment is " + state.status();
            return Outcome.PENDING;
        }
        if (!plan.versionLabel().equals(state.versionLabel()) && taken.add(Step.VERSION)) {
            progress.say("updating from " + state.versionLabel() + " to " + plan.versionLabel());
            begin(Objects.requireNonNullElse(state.versionLabel(), ""), cloud.settings(state));
            watch = watch(state).fromNow();
            ask(() -> cloud.updateVersion(state, plan.versionLabel()));
            return Outcome.PENDING;
        }
        var changed = changed(target.settings(), cloud.settings(state));
        if (!changed.isEmpty() && taken.add(Step.SETTINGS)) {
            progress.say("updating " + changed.size() + " option settings");
            watch = watch(state).fromNow();
            cloud.updateSettings(state, changed);
            return Outcome.PENDING;
        }
        if (watch == null) {
            watch = watch(state).fromNow();
            return Outcome.PENDING;
        }
        progress.say("every instance runs " + plan.versionLabel());
        return Outcome.SUCCEEDED;
    }

    private Outcome create(NewEnvironment target) {
        if (!taken.add(Step.CREATION)) {
            return Outcome.FAILED;
        }
        progress.say("creating it with " + plan.versionLabel());
        begin("", target.settings());
        ask(() -> watch = watch(cloud.create(target)));
        return Outcome.PENDING;
    }

    private DeploymentWatch watch(EnvironmentState state) {
        return new DeploymentWatch(
                cloud, state, plan.versionLabel(), event -> progress.say(event.severity() + " " + event.message()));
    }

    private void begin(String fromVersion, SortedMap<OptionName, String> settings) {
        phases = journal.phases(phase -> {});
        phases.begin("update");
        entry = journal.begin(
                new VersionChange(
                        plan.application(),
                        name(),
                        fromVersion,
                        plan.versionLabel(),
                        plan.images(),
                        settings.getOrDefault(VersionChange.POLICY, VersionChange.DEFAULT_POLICY),
                        ""),
                phases);
    }

    private void ask(Runnable request) {
        try {
            request.run();
            phases.begin(Phases.INSTANCES);
        } catch (DeployException e) {
            record(DeploymentOutcome.FAILED, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Closes the record that is open, if there is one. */
    private void record(DeploymentOutcome end, String message) {
        if (entry != null) {
            entry.end(end, message);
            entry = null;
        }
    }

    private static SortedMap<OptionName, String> changed(
            SortedMap<OptionName, String> wanted, SortedMap<OptionName, String> present) {
        var changed = new TreeMap<OptionName, String>();
        wanted.forEach((option, value) -> {
            if (!value.equals(present.get(option))) {
                changed.put(option, value);
            }
        });
        return changed;
    }

    /** The requests that a roll-out may make, each at most once. */
    private enum Step {
        CREATION,
        VERSION,
        SETTINGS
    }
}
