package io.beanpole.console.release;

import io.beanpole.console.naming.Names;
import io.beanpole.console.notice.Problem;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The deployments that were begun or are followed here, the last of each environment; one of them is shown. */
final class Runs {
    private final Workspace workspace;
    private final Map<String, DeploymentRun> byEnvironment = new HashMap<>();
    private final Map<String, Instant> followed = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<DeploymentRun>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final Poll<Fleet> poll;
    /** What the next question is about; it is asked on a thread of the poll. */
    private volatile String asked = "";

    Runs(Workspace workspace) {
        this.workspace = workspace;
        poll = workspace.polling().poll(Words.of("deploy.run.reading"), workspace.interval(), this::read, this::show);
    }

    /** The last deployment of the environment that is looked at. */
    ReadOnlyObjectProperty<Optional<DeploymentRun>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    boolean isRunning(String environmentName) {
        return Optional.ofNullable(byEnvironment.get(environmentName))
                .filter(DeploymentRun::isRunning)
                .isPresent();
    }

    void start() {
        poll.start();
    }

    void pause() {
        poll.pause();
    }

    /** Looks at another environment. */
    void turnTo(String environmentName) {
        asked = environmentName;
        shown.set(Optional.ofNullable(byEnvironment.get(environmentName)));
    }

    /** A deployment that is refused before it begins. */
    void refuse(String environmentName, String title, String sentence) {
        add(environmentName, title, Map.of()).refused(sentence);
    }

    /**
     * Begins something and follows it to its end.
     *
     * @param work does it, on a thread of its own
     * @param ended hears of the record; called after the run knows its outcome
     */
    void begin(
            String environmentName,
            String title,
            Map<String, Duration> lastTimes,
            Function<DeploymentListener, DeploymentRecord> work,
            Consumer<Optional<DeploymentRecord>> ended) {
        var run = add(environmentName, title, lastTimes);
        workspace
                .background()
                .run(
                        title,
                        () -> work.apply(run.listener(workspace.background())),
                        record -> {
                            run.ended(record.outcome(), record.message());
                            ended.accept(Optional.of(record));
                        },
                        failure -> {
                            run.refused(Problem.sentence(failure));
                            ended.accept(Optional.empty());
                        });
    }

    /**
     * Follows what an environment is busy with, whoever began it, unless that is done already or was tried before.
     *
     * @param ended called when it is over
     */
    void follow(EnvironmentOverview busy, Standing standing, Runnable ended) {
        var name = busy.name();
        var isNews = !busy.updatedAt().equals(followed.put(name, busy.updatedAt()));
        if (!isNews || isRunning(name) || !busy.status().equals("Updating")) {
            return;
        }
        var title = standing.open()
                .map(begun -> Words.of("deploy.run.following", begun.toVersion(), Names.actor(begun.actor())))
                .orElse(Words.of("deploy.run.followingUnknown", name));
        var run = add(name, title, standing.lastTimes());
        workspace
                .background()
                .run(
                        title,
                        () -> workspace.connection().desk().watch(name, run.listener(workspace.background())),
                        seen -> {
                            run.ended(seen.outcome(), seen.message());
                            ended.run();
                        },
                        failure -> {
                            run.ended(DeploymentOutcome.UNKNOWN, Problem.sentence(failure));
                            ended.run();
                        });
    }

    private DeploymentRun add(String environmentName, String title, Map<String, Duration> lastTimes) {
        var run = new DeploymentRun(title, workspace.clock(), lastTimes);
        byEnvironment.put(environmentName, run);
        if (environmentName.equals(asked)) {
            shown.set(Optional.of(run));
            poll.now();
        }
        return run;
    }

    /** Instances are asked after only while something is done to them. */
    private Fleet read() {
        var name = asked;
        var isNeeded = shown.get().filter(DeploymentRun::isRunning).isPresent();
        return new Fleet(name, isNeeded ? workspace.connection().environments().instances(name) : List.of());
    }

    private void show(Fleet fleet) {
        shown.get()
                .filter(run -> fleet.environmentName().equals(asked)
                        && !fleet.instances().isEmpty())
                .ifPresent(run -> run.show(fleet.instances()));
    }

    /** One answer. */
    private record Fleet(String environmentName, List<InstanceOverview> instances) {}
}
