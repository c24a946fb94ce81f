package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionSubject;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Swaps the names of two web environments, so that users of one reach the other. It changes names in the DNS only:
 * clients that remember the old address go on reaching the old environment for a while (reference 3.9 [D]).
 */
public final class NameSwap {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ReleaseParts parts;
    private final ActionJournal journal;

    /** @param journal where it is written down who swapped what */
    public NameSwap(ReleaseParts parts, ActionJournal journal) {
        this.parts = parts;
        this.journal = journal;
    }

    /** What would be swapped, after a look whether it can be. */
    public List<Named> preview(String one, String other) {
        var first = environment(one);
        var second = environment(other);
        if (first.id().equals(second.id())) {
            throw new DeployException("A swap needs two environments, and both are " + one + ".");
        }
        return List.of(
                new Named(second.name(), cname(first), label(second)),
                new Named(first.name(), cname(second), label(first)));
    }

    /** Swaps, waits until both have their new names, and writes it down for both. */
    public List<Named> swap(String one, String other) {
        var wanted = preview(one, other);
        parts.changes().swap(environment(one), environment(other));
        var looks = new PatientLooks(parts.following().patience(), parts.clock(), parts.notes()::say);
        var patience = new Patience(LONGEST, parts.following().looks().interval());
        if (!patience.await(
                "the swap, which goes on by itself,",
                () -> looks.look(() -> wanted.stream().allMatch(this::isReached), false))) {
            throw new DeployException("The names were not swapped within " + LONGEST.toMinutes() + " minutes.");
        }
        for (var named : wanted) {
            var partner = named.environmentName().equals(one) ? other : one;
            journal.write(
                    new ActionSubject(environment(one).application(), named.environmentName()),
                    "swap",
                    named.environmentName() + " has the name " + named.cname() + " now, which was " + partner + "'s.",
                    Map.of("with", partner, "name", named.cname(), "version", named.versionLabel()));
        }
        return wanted;
    }

    private boolean isReached(Named named) {
        return parts.feed()
                .find(named.environmentName())
                .filter(EnvironmentState::isReady)
                .filter(environment -> named.cname().equals(environment.cname()))
                .isPresent();
    }

    private EnvironmentState environment(String name) {
        var environment = parts.feed()
                .find(name)
                .orElseThrow(() -> new DeployException("There is no environment " + name + " in this cloud."));
        if (!environment.isReady()) {
            throw new UnderWay(parts, environment).refusal();
        }
        return environment;
    }

    private static String cname(EnvironmentState environment) {
        var name = Objects.requireNonNullElse(environment.cname(), "");
        if (name.isEmpty()) {
            throw new DeployException(
                    environment.name() + " has no name to swap: it is a worker, whose work comes from a queue.",
                    "Name two web environments; ./beanpole status shows which there are.");
        }
        return name;
    }

    private static String label(EnvironmentState environment) {
        return Objects.requireNonNullElse(environment.versionLabel(), "");
    }

    /** An environment with the name that it has after the swap, and the version that is reached by it. */
    public record Named(String environmentName, String cname, String versionLabel) {}
}
