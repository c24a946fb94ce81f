package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.VersionName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes all environments of one release back to what it replaced, once all of it is known to be there still. */
public final class ReleaseUndo {
    /** Names the release that was made last. */
    public static final String LAST = "last";

    private final ReleaseParts parts;
    private final UndoCheck check;

    public ReleaseUndo(ReleaseParts parts, ImageShelf images) {
        this.parts = parts;
        check = new UndoCheck(parts.versions(), images);
    }

    /** The release that {@code last} stands for among these environments, or the one that is named. */
    public String id(String application, String idOrLast, List<String> environmentNames) {
        if (!idOrLast.equals(LAST)) {
            return idOrLast;
        }
        return environmentNames.stream()
                .flatMap(name -> parts.journal().newest(application, name).stream())
                .filter(deployment -> !deployment.releaseId().isEmpty())
                .max(Comparator.comparing(DeploymentRecord::startedAt))
                .map(DeploymentRecord::releaseId)
                .orElseThrow(() -> new DeployException(
                        "No release of several environments is recorded here.",
                        "./beanpole rollback ENVIRONMENT takes back one environment by itself."));
    }

    /** Whether a release changed an environment. */
    public boolean isPartOf(EnvironmentState environment, String releaseId) {
        return parts.journal().newest(environment.application(), environment.name()).stream()
                .anyMatch(deployment -> deployment.releaseId().equals(releaseId));
    }

    /**
     * What each of these environments returns to, in their order; those that the release didn't change, or that have
     * gone back already, are left out.
     *
     * @param purpose why, and the release that the return itself is
     * @throws DeployException when there is nothing to undo, when one of them was deployed to since, or when a version
     *     can't be deployed again
     */
    public List<Goal> goals(String application, String releaseId, List<String> environmentNames, Purpose purpose) {
        var goals = new ArrayList<Goal>();
        var hindrances = new ArrayList<String>();
        for (var name : environmentNames) {
            var deployments = parts.journal().newest(application, name).stream()
                    .filter(deployment -> deployment.releaseId().equals(releaseId))
                    .toList();
            if (!deployments.isEmpty()) {
                goal(deployments, purpose, hindrances).ifPresent(goals::add);
            }
        }
        if (!hindrances.isEmpty()) {
            throw new DeployException(
                    "The release " + releaseId + " can't be taken back as a whole, so nothing was changed. "
                            + String.join(" ", hindrances),
                    "./beanpole history tells what was deployed; ./beanpole rollback ENVIRONMENT takes back one.");
        }
        if (goals.isEmpty()) {
            throw new DeployException(
                    "There is nothing to take back of the release " + releaseId + ".",
                    "./beanpole history tells the releases, and whether one was taken back already.");
        }
        return goals;
    }

    private Optional<Goal> goal(List<DeploymentRecord> newestFirst, Purpose purpose, List<String> hindrances) {
        var last = newestFirst.get(0);
        var first = newestFirst.get(newestFirst.size() - 1);
        var target = first.fromVersion();
        var name = first.environmentName();
        if (!first.reachedTheInstances() || last.toVersion().equals(target)) {
            return Optional.empty();
        }
        if (target.isEmpty()) {
            hindrances.add(name + " was new, so that there is no version before.");
            return Optional.empty();
        }
        var present = parts.feed().find(name).map(state -> state.versionLabel()).orElse(null);
        if (!Objects.equals(present, last.toVersion())) {
            hindrances.add(
                    name + " has the version " + present + " by now, not " + last.toVersion() + " of this release.");
            return Optional.empty();
        }
        var version = new VersionName(first.application(), target);
        var hindrance = check.hindrance(version);
        if (hindrance.isPresent()) {
            hindrances.add(name + ": " + hindrance.get());
            return Optional.empty();
        }
        return Optional.of(new VersionGoal(first.application(), name, target, check.imagesOf(version), purpose));
    }
}
