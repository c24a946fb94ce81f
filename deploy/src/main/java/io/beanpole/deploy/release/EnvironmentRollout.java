package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.release.RequestsMade.Step;
import io.beanpole.deploy.spec.OptionName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One environment on its way to its goal: created, or version and settings in two steps, each followed to its end. It
 * does what can be done now and returns, so that many go side by side.
 */
public final class EnvironmentRollout {
    private final ReleaseParts parts;
    private final Goal goal;
    private final DeploymentListener listener;
    private final PatientLooks looks;
    private final RolloutRecord record;
    private final RequestsMade requests = new RequestsMade();

    private @Nullable SortedMap<OptionName, String> wanted;
    private @Nullable FollowedRequest request;
    private @Nullable DeployException refusal;
    private Outcome outcome = Outcome.PENDING;
    private boolean isLost;
    private String waitingFor = "its turn";
    private String trouble = "";

    /** A roll-out that nothing was asked for yet. */
    public EnvironmentRollout(ReleaseParts parts, Goal goal, DeploymentListener listener) {
        this.parts = parts;
        this.goal = goal;
        this.listener = listener;
        looks = new PatientLooks(parts.following().patience(), parts.clock(), listener::note);
        record = new RolloutRecord(parts, listener);
    }

    /** Goes on with a record that was begun before, while the version was made. */
    EnvironmentRollout recordedBy(JournalEntry begun) {
        record.continueWith(begun);
        return this;
    }

    public String name() {
        return goal.environmentName();
    }

    /** Does what can be done now without waiting; a look that fails is made again for a while. */
    public Outcome advance() {
        if (outcome != Outcome.PENDING) {
            return outcome;
        }
        try {
            if (wanted == null) {
                wanted = looks.look(
                                () -> goal.settings(parts.feed(), parts.changes()),
                                Optional.<SortedMap<OptionName, String>>empty())
                        .orElse(null);
                waitingFor = wanted == null ? "the queues of the lanes that it sends to" : "the first answer";
            }
            if (wanted != null) {
                var settings = wanted;
                outcome = looks.look(() -> advance(settings), Outcome.PENDING);
            }
        } catch (DeployException e) {
            fail(e);
        }
        return outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Nobody follows it any more; a deployment that still runs stays undecided in its record. */
    void letGo(String why) {
        record.end(DeploymentOutcome.UNKNOWN, why + " It still waits for " + waitingFor + "; it goes on by itself.");
    }

    /** Whether nothing was asked of it yet, because another environment has to come first. */
    boolean isWaitingForOthers() {
        return wanted == null;
    }

    /** Whether neither a request was made nor a look told that none is needed. */
    boolean isYetToBeAsked() {
        return request == null && outcome == Outcome.PENDING;
    }

    /** Whether it was asked for something, so that it may differ from before. */
    public boolean isAsked() {
        return !requests.isEmpty();
    }

    Purpose purpose() {
        return goal.purpose();
    }

    /** Whether it failed only for us: it could not be looked at any more, and goes on by itself. */
    boolean isLost() {
        return isLost;
    }

    /** What it was asked for, and what that replaced. */
    RequestsMade requests() {
        return requests;
    }

    /** The record as it was closed; empty while it is open, and where nothing is recorded. */
    public Optional<DeploymentRecord> record() {
        return record.ended();
    }

    /** Why the environment took no request at all. */
    Optional<DeployException> refusal() {
        return Optional.ofNullable(refusal).filter(reason -> !isAsked());
    }

    /** How it stands, in a sentence. */
    String standing() {
        return outcome == Outcome.SUCCEEDED ? name() + " runs " + goal.versionLabel() + "." : account();
    }

    /** Why it isn't done, or how it failed. */
    public String account() {
        var state = isLost && isAsked()
                ? " can't be seen any more, and goes on by itself" + trouble
                : outcome == Outcome.FAILED ? " failed" + trouble : " is still waiting for " + waitingFor;
        return name() + state + (request == null ? "." : request.lastWords());
    }

    private Outcome advance(SortedMap<OptionName, String> settings) {
        if (request != null) {
            var seen = request.look();
            waitingFor = request.waitingFor();
            if (seen == Outcome.FAILED) {
                record.end(DeploymentOutcome.FAILED, request.failure());
            }
            if (seen != Outcome.SUCCEEDED) {
                return seen;
            }
        }
        return nextStep(settings);
    }

    private Outcome nextStep(SortedMap<OptionName, String> settings) {
        var state = parts.feed().find(name()).orElse(null);
        if (state == null) {
            return create(settings);
        }
        if (!state.isReady()) {
            return wait(state);
        }
        var present = parts.changes().settings(state);
        var label = goal.versionLabel();
        if (request == null && (goal.asksAgain() || new Fleet(parts.feed(), state).lacks(label))) {
            begin(state, present);
            listener.note("updating from " + requests.replaced() + " to " + label + ": "
                    + DeploymentPolicy.of(present).inWords(present));
            return ask(
                    Step.VERSION,
                    state,
                    () -> parts.changes().updateVersion(state, label),
                    latest -> TakenRequest.isVersionSeenAt(parts.feed(), state, label, latest));
        }
        var changed = ChangedSettings.between(settings, present);
        if (!changed.isEmpty() && !requests.contains(Step.SETTINGS)) {
            listener.note("updating " + changed.size() + " option settings");
            begin(state, present);
            requests.replace(changed);
            return ask(
                    Step.SETTINGS,
                    state,
                    () -> parts.changes().updateSettings(state, changed.wanted()),
                    latest -> TakenRequest.areSettingsSeenAt(parts, state, changed.wanted()));
        }
        if (request == null) {
            endWhatNobodySawTheEndOf(state);
            request = FollowedRequest.fromNow(parts, state, label, listener);
            return Outcome.PENDING;
        }
        record.end(DeploymentOutcome.SUCCEEDED, "Every instance runs " + label + ".");
        listener.note("every instance runs " + label);
        return Outcome.SUCCEEDED;
    }

    /** Busy: with our own version, which is followed then; with another, which is nobody's to disturb. */
    private Outcome wait(EnvironmentState state) {
        waitingFor = "an earlier operation to end; the environment is " + state.status();
        if (!requests.isEmpty() || record.isOpen()) {
            return Outcome.PENDING;
        }
        var underWay = new UnderWay(parts, state);
        var begun = underWay.deployment().orElse(null);
        if (begun == null) {
            return Outcome.PENDING;
        }
        if (!begun.toVersion().equals(goal.versionLabel())) {
            return refused(underWay.refusal());
        }
        listener.note(begun.actor() + " began to deploy " + begun.toVersion() + " already; following that");
        record.takeOver(begun, parts.clock());
        requests.replace(begun.fromVersion());
        requests.add(Step.VERSION);
        request = FollowedRequest.since(parts, state, begun.toVersion(), underWay.since(), listener);
        return Outcome.PENDING;
    }

    /** The environment is as planned already; if that is a deployment's doing whose end nobody saw, it is seen now. */
    private void endWhatNobodySawTheEndOf(EnvironmentState state) {
        var underWay = new UnderWay(parts, state);
        underWay.deployment()
                .filter(begun -> begun.toVersion().equals(goal.versionLabel()))
                .ifPresent(begun -> record.takeOver(begun, underWay.clock()));
    }

    private Outcome create(SortedMap<OptionName, String> settings) {
        var creation = goal.creation(settings);
        if (requests.contains(Step.CREATION)) {
            return Outcome.FAILED;
        }
        if (creation.isEmpty()) {
            return refused(new DeployException("There is no environment " + name() + " in this cloud."));
        }
        record.begin(goal, "", settings);
        requests.add(Step.CREATION);
        listener.note("creating it with " + goal.versionLabel());
        EnvironmentState created;
        try {
            created = parts.changes().create(creation.get());
        } catch (DeployException e) {
            var known = justCreated();
            if (known.isEmpty()) {
                requests.refused(Step.CREATION);
                return refused(e);
            }
            created = known.get();
        }
        request = FollowedRequest.since(parts, created, goal.versionLabel(), Instant.EPOCH, listener);
        record.enter(Phases.INSTANCES);
        return Outcome.PENDING;
    }

    /** As with updates, the SDK's second attempt is refused when only the answer to the first was lost. */
    private Optional<EnvironmentState> justCreated() {
        try {
            return parts.feed().find(name()).filter(state -> goal.versionLabel().equals(state.versionLabel()));
        } catch (DeployException e) {
            return Optional.empty();
        }
    }

    private void begin(EnvironmentState state, SortedMap<OptionName, String> settings) {
        if (requests.isEmpty()) {
            var present = Objects.requireNonNullElse(state.versionLabel(), "");
            requests.replace(present);
            record.begin(goal, present, settings);
        }
    }

    private Outcome ask(Step step, EnvironmentState state, Runnable asking, Predicate<Instant> isTaken) {
        request = FollowedRequest.fromNow(parts, state, goal.versionLabel(), listener);
        requests.add(step);
        try {
            asking.run();
        } catch (DeployException e) {
            if (!isTaken.test(request.newestEvent())) {
                requests.refused(step);
                return refused(new UnderWay(parts, state).refusalOr(e, record.id()));
            }
        }
        record.enter(step == Step.VERSION ? Phases.INSTANCES : Phases.SETTINGS);
        return Outcome.PENDING;
    }

    /** A request that was refused is a verdict, other than a look that failed. */
    private Outcome refused(DeployException reason) {
        record.end(DeploymentOutcome.FAILED, requests.account() + " " + reason.getMessage());
        refusal = reason;
        trouble = Rollout.sentence(reason);
        return Outcome.FAILED;
    }

    /** It can't be looked at any more, or can't be planned at all; whatever it was asked goes on by itself. */
    private void fail(DeployException reason) {
        record.end(
                DeploymentOutcome.UNKNOWN,
                "It was not followed to its end and goes on by itself. " + reason.getMessage());
        trouble = Rollout.sentence(reason);
        isLost = true;
        outcome = Outcome.FAILED;
    }
}
