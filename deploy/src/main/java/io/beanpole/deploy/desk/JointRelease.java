package io.beanpole.deploy.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.Goal;
import io.beanpole.deploy.release.ImageShelf;
import io.beanpole.deploy.release.InstanceLogs;
import io.beanpole.deploy.release.OrderedRelease;
import io.beanpole.deploy.release.ProgressLines;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.release.ReleaseParts;
import io.beanpole.deploy.release.ReleaseUndo;
import io.beanpole.deploy.release.VersionMaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Several environments as one release, in the order in which nothing is sent that nobody understands yet. */
final class JointRelease {
    private final ReleaseParts parts;
    private final ImageShelf images;
    private final InstanceLogs logs;
    private final ActionJournal journal;
    private final Progress progress;
    private final VersionMaking making;
    private final OrderedContent content;

    /**
     * A release that is about to begin.
     *
     * @param logs are asked for the reason of a failure
     * @param journal where a policy that changes is written down
     * @param progress hears of each environment, by its name
     */
    JointRelease(ReleaseParts parts, ImageShelf images, InstanceLogs logs, ActionJournal journal, Progress progress) {
        this.parts = parts;
        this.images = images;
        this.logs = logs;
        this.journal = journal;
        this.progress = progress;
        making = new VersionMaking(parts);
        content = new OrderedContent(making);
    }

    /**
     * All versions are made, and all is known to have a way back, before the first environment is asked for anything;
     * then the policies that are wanted, each in a step of its own; then the versions.
     *
     * @param seen the version of each environment when its order was prepared
     * @throws DeployException when an environment has got another version since, or a step fails
     */
    List<DeploymentRecord> of(List<Order> orders, Map<String, String> seen, String note) {
        if (orders.isEmpty()) {
            throw new DeployException("A release needs an environment.", "Put one into the release first.");
        }
        orders.forEach(order -> requireUnchanged(order.environmentName(), seen));
        var purpose = new Purpose(note, "", parts.newReleaseId());
        var workers = new ArrayList<Goal>();
        var webs = new ArrayList<Goal>();
        for (var order : orders) {
            var name = order.environmentName();
            var made = content.of(making.environment(name), order.content());
            var speaker = progress.of(name);
            (isWorker(name) ? workers : webs).add(making.goal(name, made, purpose, phase -> speaker.say(phase)));
        }
        var waves = present(Stream.of(workers, webs));
        var release = release().requireUndo(waves);
        orders.forEach(this::setPolicy);
        return release.run(waves);
    }

    /** What somebody deployed since would be overwritten by what was prepared before it. */
    private void requireUnchanged(String name, Map<String, String> seen) {
        var now = Objects.requireNonNullElse(making.environment(name).versionLabel(), "");
        var then = seen.getOrDefault(name, now);
        if (!then.equals(now)) {
            throw new DeployException(
                    "Nothing was released: " + name + " has the version " + now + " by now; it had "
                            + (then.isEmpty() ? "none" : then) + " when its part of the release was prepared.",
                    "Look at what was deployed, take the environment out of the release, and prepare it again.");
        }
    }

    private void setPolicy(Order order) {
        order.policy()
                .ifPresent(policy -> new PolicyStep(parts, journal)
                        .take(
                                making.environment(order.environmentName()),
                                policy,
                                new ProgressLines(progress.of(order.environmentName()), parts.clock())));
    }

    /** Producers first on the way back, so that nothing new is sent to consumers of old. */
    List<DeploymentRecord> takeBack(String releaseId, List<String> environmentNames, String note) {
        var purpose = new Purpose(note.isEmpty() ? "rollback of release " + releaseId : note, "", parts.newReleaseId());
        var application = making.environment(environmentNames.get(0)).application();
        var goals = new ReleaseUndo(parts, images).goals(application, releaseId, environmentNames, purpose);
        var webs =
                goals.stream().filter(goal -> !isWorker(goal.environmentName())).toList();
        var workers =
                goals.stream().filter(goal -> isWorker(goal.environmentName())).toList();
        var waves = present(Stream.of(webs, workers));
        return release().requireUndo(waves).run(waves);
    }

    private static List<List<Goal>> present(Stream<List<Goal>> waves) {
        return waves.filter(wave -> !wave.isEmpty()).toList();
    }

    private OrderedRelease release() {
        return new OrderedRelease(parts, images, logs, progress);
    }

    /** Only a web environment has a name in the DNS; see {@code release.NameSwap}. */
    private boolean isWorker(String environmentName) {
        var cname = making.environment(environmentName).cname();
        return cname == null || cname.isEmpty();
    }
}
