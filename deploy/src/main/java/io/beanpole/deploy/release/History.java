package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionRecord;
import io.beanpole.deploy.action.ActionRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What was done to environments: deployments, and what people did besides. */
public final class History {
    private final DeploymentJournal deployments;
    private final ActionRecords actions;

    public History(ReleaseParts parts, ActionRecords actions) {
        this.deployments = parts.journal();
        this.actions = actions;
    }

    /** Everything that is recorded of these environments, the newest first. */
    public List<Entry> of(String application, List<String> environmentNames) {
        return environmentNames.stream()
                .flatMap(name -> Stream.concat(
                        deployments.newest(application, name).stream().map(History::entry),
                        actions.newest(application, name).stream().map(History::entry)))
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed())
                .toList();
    }

    /**
     * One deployment.
     *
     * @param id whole, or its end as far as that is unambiguous; {@code newest} for the newest of all
     */
    public DeploymentRecord deployment(String application, List<String> environmentNames, String id) {
        var found = environmentNames.stream()
                .flatMap(name -> deployments.newest(application, name).stream())
                .sorted(Comparator.comparing(DeploymentRecord::startedAt).reversed())
                .filter(deployment -> id.equals("newest") || deployment.id().endsWith(id))
                .toList();
        if (found.isEmpty()) {
            throw new DeployException(
                    "No deployment is recorded whose id is or ends in '" + id + "'.",
                    "./beanpole history shows the ids.");
        }
        if (found.size() > 1 && !id.equals("newest")) {
            throw new DeployException(
                    found.size() + " deployments have ids that end in '" + id + "'.", "Write more of the id.");
        }
        return found.get(0);
    }

    private static Entry entry(DeploymentRecord deployment) {
        return new Entry(
                deployment.id(),
                deployment.startedAt(),
                deployment.environmentName(),
                "deploy",
                deployment.actor(),
                deployment.outcome().name(),
                deployment.hasNoKnownEnd() ? Duration.ZERO : deployment.took(),
                deployment.fromVersion(),
                deployment.toVersion(),
                deployment.message(),
                deployment.note(),
                deployment.releaseId());
    }

    private static Entry entry(ActionRecord action) {
        return new Entry(
                action.id(),
                action.at(),
                action.environmentName(),
                action.action(),
                action.actor(),
                "",
                Duration.ZERO,
                "",
                "",
                action.message(),
                "",
                "");
    }

    /**
     * One thing that was done.
     *
     * @param at when it began
     * @param action deploy, or the words of another command: "abort", "swap", "dlq redrive"
     * @param actor the caller's ARN
     * @param outcome SUCCEEDED, FAILED or UNKNOWN of a deployment, else empty
     * @param took zero for what has no known end
     * @param message one sentence on what came of it
     * @param releaseId what deployments of one release have in common; empty for others
     */
    public record Entry(
            String id,
            Instant at,
            String environmentName,
            String action,
            String actor,
            String outcome,
            Duration took,
            String fromVersion,
            String toVersion,
            String message,
            String note,
            String releaseId) {}
}
