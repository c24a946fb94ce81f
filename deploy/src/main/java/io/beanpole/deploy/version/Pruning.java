package io.beanpole.deploy.version;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionSubject;
import io.beanpole.deploy.beanstalk.VersionName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Deletes versions that nobody needs, with their source bundles. What an environment runs or would be rolled back to
 * stays, and the newest ones besides.
 */
public final class Pruning {
    private final VersionCloud cloud;
    private final Function<String, Optional<String>> rollbackTarget;
    private final ActionJournal journal;

    /**
     * Pruning in this cloud.
     *
     * @param rollbackTarget the version that an environment, by its full name, would be rolled back to
     */
    public Pruning(VersionCloud cloud, Function<String, Optional<String>> rollbackTarget, ActionJournal journal) {
        this.cloud = cloud;
        this.rollbackTarget = rollbackTarget;
        this.journal = journal;
    }

    /** What would go, and what stays and why. */
    public Prune plan(String application, int newest) {
        var deployed = cloud.deployed(application);
        Set<String> targets = new HashSet<>();
        deployed.keySet()
                .forEach(environment -> rollbackTarget.apply(environment).ifPresent(targets::add));
        return new PruneChoice(new HashSet<>(deployed.values()), targets, newest).of(cloud.versions(application));
    }

    /** Deletes what the plan dooms; on the first refusal it stops, and what is done until then is in the record. */
    public Prune carryOut(String application, Prune plan) {
        var deleted = new ArrayList<String>();
        try {
            for (var label : plan.doomed()) {
                cloud.delete(new VersionName(application, label));
                deleted.add(label);
            }
        } catch (DeployException e) {
            throw new DeployException(
                    e.getMessage() + " " + deleted.size() + " of "
                            + plan.doomed().size() + " versions are deleted; the rest is untouched.",
                    e.suggestion().orElse("Run it again; it goes on where it stopped."),
                    e);
        } finally {
            if (!deleted.isEmpty()) {
                write(application, deleted, plan.doomed().size());
            }
        }
        return new Prune(plan.kept(), plan.doomed(), List.copyOf(deleted));
    }

    private void write(String application, List<String> deleted, int wanted) {
        journal.write(
                new ActionSubject(application, "all"),
                "versions prune",
                "Deleted " + deleted.size() + " of " + wanted + " versions and their source bundles.",
                Map.of("versions", String.join(" ", deleted)));
    }
}
