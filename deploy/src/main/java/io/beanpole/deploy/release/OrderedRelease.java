package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.EnvironmentHealth;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.VersionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Several environments as one release: in waves, consumers of messages before their producers, so that nothing is sent
 * that nobody understands yet; between two waves the health of the first has to hold. If one fails, what was changed
 * goes back, and what comes later is never touched.
 */
public final class OrderedRelease {
    private final ReleaseParts parts;
    private final UndoCheck undo;
    private final LogReason reasons;
    private final Progress progress;
    private final Map<String, EnvironmentHealth> before = new HashMap<>();
    private final List<List<EnvironmentRollout>> waves = new ArrayList<>();
    private final List<DeploymentRecord> takenBack = new ArrayList<>();

    /**
     * A release that is about to begin.
     *
     * @param logs are asked for the reason of a failure
     * @param progress hears of each environment, by its name
     */
    public OrderedRelease(ReleaseParts parts, ImageShelf images, InstanceLogs logs, Progress progress) {
        this.parts = parts;
        this.progress = progress;
        undo = new UndoCheck(parts.versions(), images);
        reasons = new LogReason(logs, progress);
    }

    /** Refuses, before anything is changed, a release that could not be taken back. */
    public OrderedRelease requireUndo(List<? extends List<? extends Goal>> goals) {
        var hindrances = new ArrayList<String>();
        for (var goal : all(goals)) {
            look(goal)
                    .map(EnvironmentState::versionLabel)
                    .filter(label -> !label.isEmpty())
                    .flatMap(label -> undo.hindrance(new VersionName(goal.application(), label)))
                    .ifPresent(why -> hindrances.add(goal.environmentName() + ": " + why));
        }
        if (!hindrances.isEmpty()) {
            throw new DeployException(
                    "The release could not be taken back if it failed, so no environment was changed. "
                            + String.join(" ", hindrances),
                    "Run it with --no-undo to go without a way back.");
        }
        return this;
    }

    /**
     * Rolls out wave by wave.
     *
     * @return the records, in the order in which they were made
     * @throws DeployException when an environment fails; it tells why, what went back and what was not touched
     */
    public List<DeploymentRecord> run(List<? extends List<? extends Goal>> goals) {
        all(goals).forEach(this::look);
        for (var wave : goals) {
            var rollouts = wave.stream()
                    .map(goal -> new EnvironmentRollout(parts, goal, listener(goal.environmentName())))
                    .toList();
            waves.add(rollouts);
            var trouble = troubleOrAccount(rollouts, goals);
            if (trouble.isPresent()) {
                throw takenBack(trouble.get(), all(goals.subList(waves.size(), goals.size())));
            }
        }
        return records();
    }

    /** The records that were closed until now, those of what was taken back last. */
    public List<DeploymentRecord> records() {
        return Stream.concat(
                        waves.stream().flatMap(List::stream).flatMap(rollout -> rollout.record().stream()),
                        takenBack.stream())
                .toList();
    }

    /** Why a wave doesn't pass; that nobody can see it any more leaves half a release, which has to be said. */
    private Optional<Trouble> troubleOrAccount(
            List<EnvironmentRollout> wave, List<? extends List<? extends Goal>> goals) {
        try {
            return trouble(wave);
        } catch (DeployException e) {
            throw left(e, all(goals.subList(waves.size(), goals.size())));
        }
    }

    private DeployException left(DeployException reason, List<Goal> untouched) {
        var account =
                new StringBuilder("The release stops half-way, and nothing was taken back: " + reason.getMessage());
        var ids = new TreeSet<String>();
        for (var wave : waves) {
            for (var rollout : wave) {
                ids.add(rollout.purpose().releaseId());
                account.append('\n').append(rollout.standing());
            }
        }
        untouched.forEach(
                goal -> account.append('\n').append(goal.environmentName()).append(" was not touched."));
        return new DeployException(
                account.toString(),
                "Look again with ./beanpole watch ENVIRONMENT; ./beanpole rollback --release " + String.join(" ", ids)
                        + " takes back what was changed.",
                reason);
    }

    private Optional<EnvironmentState> look(Goal goal) {
        var found = parts.feed().find(goal.environmentName());
        found.ifPresent(state ->
                before.computeIfAbsent(state.name(), name -> parts.feed().health(state)));
        return found;
    }

    /** Why a wave doesn't pass; empty when it does. */
    private Optional<Trouble> trouble(List<EnvironmentRollout> wave) {
        var looks = parts.following().looks();
        var rollout = new Rollout(wave, looks.interval());
        if (!rollout.settle(looks.limit())) {
            throw new DeployException(
                    "It did not come to its end within " + looks.limit().toMinutes() + " minutes.");
        }
        for (var environment : wave) {
            if (environment.outcome() != Outcome.SUCCEEDED) {
                return Optional.of(trouble(environment));
            }
        }
        for (var environment : wave) {
            var gate = new HealthGate(parts).await(environment.name(), healthBefore(environment.name()));
            if (gate.isPresent()) {
                return Optional.of(new Trouble(gate.get(), reasons.of(environment.name())));
            }
        }
        return Optional.empty();
    }

    private Trouble trouble(EnvironmentRollout failed) {
        if (failed.isLost()) {
            throw new DeployException(
                    "Nobody knows how it ended with " + failed.name() + ".\n" + failed.account(),
                    Rollout.again(failed.name()));
        }
        var why = failed.record().map(DeploymentRecord::message).orElseGet(failed::account);
        return new Trouble(failed.name() + ": " + why, failed.isAsked() ? reasons.of(failed.name()) : List.of());
    }

    private EnvironmentHealth healthBefore(String name) {
        return before.getOrDefault(name, new EnvironmentHealth("Ok", List.of()));
    }

    private DeployException takenBack(Trouble trouble, List<Goal> untouched) {
        var account = new StringBuilder("The release failed at " + trouble.why());
        trouble.log().forEach(line -> account.append("\n  ").append(line));
        for (var i = waves.size() - 1; i >= 0; i--) {
            var restoration = new Restoration(parts, undo, this::listener);
            restoration.of(waves.get(i)).forEach(line -> account.append('\n').append(line));
            takenBack.addAll(restoration.records());
        }
        untouched.forEach(
                goal -> account.append('\n').append(goal.environmentName()).append(" was not touched."));
        return new DeployException(account.toString(), "./beanpole history tells of all of it.");
    }

    private DeploymentListener listener(String environmentName) {
        return new ProgressLines(progress.of(environmentName), parts.clock());
    }

    private static List<Goal> all(List<? extends List<? extends Goal>> goals) {
        var all = new ArrayList<Goal>();
        goals.forEach(all::addAll);
        return all;
    }

    /** What went wrong, in a sentence and in lines of a log. */
    private record Trouble(String why, List<String> log) {}
}
