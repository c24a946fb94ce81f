package io.beanpole.deploy.version;

import io.beanpole.deploy.beanstalk.VersionSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which versions may go.
 *
 * @param deployed labels that some environment has
 * @param rollbackTargets labels that some environment would be rolled back to
 * @param newest how many of the newest are kept besides
 */
record PruneChoice(Set<String> deployed, Set<String> rollbackTargets, int newest) {
    PruneChoice {
        deployed = new HashSet<>(deployed);
        rollbackTargets = new HashSet<>(rollbackTargets);
    }

    /** Those that may go, the oldest first, and why each of the others stays. */
    Prune of(Collection<VersionSummary> newestFirst) {
        var kept = new ArrayList<Prune.Kept>();
        var doomed = new ArrayList<String>();
        int place = 0;
        for (var version : newestFirst) {
            var reason = reason(version, place++);
            if (reason.isPresent()) {
                kept.add(new Prune.Kept(version.label(), reason.get()));
            } else {
                doomed.add(0, version.label());
            }
        }
        return new Prune(kept, doomed, List.of());
    }

    private Optional<String> reason(VersionSummary version, int place) {
        if (deployed.contains(version.label())) {
            return Optional.of("an environment has it");
        }
        if (rollbackTargets.contains(version.label())) {
            return Optional.of("an environment would be rolled back to it");
        }
        if (version.isBusy()) {
            return Optional.of("Elastic Beanstalk is busy with it");
        }
        return place < newest ? Optional.of("it is one of the newest " + newest) : Optional.empty();
    }
}
