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
import io.beanpole.deploy.release.Following;
import io.beanpole.deploy.release.JournalEntry;
import io.beanpole.deploy.release.PatientLooks;
import io.beanpole.deploy.release.Phases;
import io.beanpole.deploy.release.TakenRequest;
import io.beanpole.deploy.release.VersionChange;
import io.beanpole.deploy.spec.OptionName;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final PatientLooks looks;
    private final Set<Step> taken = EnumSet.noneOf(Step.class);

    private @Nullable NewEnvironment wanted;
    private @Nullable DeploymentWatch watch;
    private @Nullable JournalEntry entry;
    private Phases phases;
    private Outcome outcome = Outcome.PENDING;
    private String waitingFor = "its turn";
    private String trouble = "";

    EnvironmentRollout(
            C cloud, EnvironmentPlan plan, DeploymentJournal journal, Following following, Progress progress) {
        this.cloud = cloud;
        this.plan = plan;
        this.journal = journal;
        this.phases = journal.phases(phase -> {});
        this.progress = progress.of(plan.name());
        looks = new PatientLooks(following.patience(), Clock.systemUTC());
    }

    String name() {
        return plan.name();
    }

    /** Does what can be done now without waiting; a look that fails is made again for a while. */
    Outcome advance() {
        if (outcome != Outcome.PENDING) {
            return outcome;
        }
        try {
            if (wanted == null) {
                wanted = looks.look(() -> plan.queues(cloud), Optional.<Map<String, String>>empty())
                        .map(plan::resolve)
                        .orElse(null);
                waitingFor = wanted == null ? "the queues of the lanes that it sends to" : "the first answer";
            }
            if (wanted != null) {
                var target = wanted;
                outcome = looks.look(() -> advance(target), Outcome.PENDING);
            }
        } catch (DeployException e) {
            fail(e);
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
        return account(outcome == Outcome.FAILED ? " failed" + trouble : " is still waiting for " + waitingFor);
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
        var settings = cloud.settings(state);
        if (!plan.versionLabel().equals(state.versionLabel()) && !taken.contains(Step.VERSION)) {
            var fresh = watch(state).fromNow();
            begin(Objects.requireNonNullElse(state.versionLabel(), ""), settings);
            progress.say("updating from " + state.versionLabel() + " to " + plan.versionLabel());
            return ask(Step.VERSION, fresh, state, () -> cloud.updateVersion(state, plan.versionLabel()));
        }
        var changed = changed(target.settings(), settings);
        if (!changed.isEmpty() && !taken.contains(Step.SETTINGS)) {
            var fresh = watch(state).fromNow();
            progress.say("updating " + changed.size() + " option settings");
            return ask(Step.SETTINGS, fresh, state, () -> cloud.updateSettings(state, changed));
        }
        if (watch == null) {
            watch = watch(state).fromNow();
            return Outcome.PENDING;
        }
        record(DeploymentOutcome.SUCCEEDED, "Every instance runs " + plan.versionLabel() + ".");
        progress.say("every instance runs " + plan.versionLabel());
        return Outcome.SUCCEEDED;
    }

    private Outcome create(NewEnvironment target) {
        if (taken.contains(Step.CREATION)) {
            return Outcome.FAILED;
        }
        begin("", target.settings());
        taken.add(Step.CREATION);
        progress.say("creating it with " + plan.versionLabel());
        try {
            watch = watch(cloud.create(target));
        } catch (DeployException e) {
            var created = justCreated();
            if (created.isEmpty()) {
                return refused(e);
            }
            watch = watch(created.get());
        }
        phases.begin(Phases.INSTANCES);
        return Outcome.PENDING;
    }

    /** As with updates, the SDK's second attempt is refused when only the answer to the first was lost. */
    private Optional<EnvironmentState> justCreated() {
        try {
            return cloud.find(name()).filter(state -> plan.versionLabel().equals(state.versionLabel()));
        } catch (DeployException e) {
            return Optional.empty();
        }
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

    private Outcome ask(Step step, DeploymentWatch fresh, EnvironmentState state, Runnable request) {
        watch = fresh;
        taken.add(step);
        try {
            request.run();
        } catch (DeployException e) {
            if (!TakenRequest.isSeenAt(cloud, state, plan.versionLabel())) {
                return refused(e);
            }
        }
        if (entry != null && step == Step.VERSION) {
            phases.begin(Phases.INSTANCES);
        }
        return Outcome.PENDING;
    }

    /** A request that was refused is a verdict, other than a look that failed. */
    private Outcome refused(DeployException refusal) {
        record(DeploymentOutcome.FAILED, String.valueOf(refusal.getMessage()));
        trouble = sentence(refusal);
        return Outcome.FAILED;
    }

    /** It can't be looked at any more, or can't be planned at all; whatever it was asked goes on by itself. */
    private void fail(DeployException reason) {
        record(
                DeploymentOutcome.UNKNOWN,
                "It was not followed to its end and goes on by itself. " + reason.getMessage());
        trouble = sentence(reason);
        outcome = Outcome.FAILED;
    }

    private static String sentence(DeployException reason) {
        return ": " + reason.getMessage()
                + reason.suggestion().map(advice -> " " + advice).orElse("");
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
