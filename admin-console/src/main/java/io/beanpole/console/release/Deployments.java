package io.beanpole.console.release;

import io.beanpole.console.guard.Question;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.release.DeploymentRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Plans, asks and deploys, in this order; what happens meanwhile stops it. */
final class Deployments {
    private final Workspace workspace;
    private final PlanModel plan;
    private final Runs runs;
    private final BiConsumer<String, Optional<DeploymentRecord>> ended;
    /** Environments that are being planned for, so that a second press of the button is no second question. */
    private final Set<String> prepared = new HashSet<>();

    /** @param ended hears how each deployment ended, by its environment; empty for one that was refused */
    Deployments(Workspace workspace, PlanModel plan, Runs runs, BiConsumer<String, Optional<DeploymentRecord>> ended) {
        this.workspace = workspace;
        this.plan = plan;
        this.runs = runs;
        this.ended = ended;
    }

    /** Asks whether what is prepared shall be deployed, or be deployed again, and deploys it. */
    void deploy(Order order, boolean isRepeated, Map<String, Duration> lastTimes) {
        var name = order.environmentName();
        prepare(
                order,
                new Wording(
                        Words.of(isRepeated ? "deploy.askAgain" : "deploy.ask", name),
                        Words.of("deploy.run.deploying", name),
                        Words.of("deploy.doIt")),
                lastTimes);
    }

    /**
     * Asks whether an environment shall return to a version, and returns to it.
     *
     * @param note why; where it is empty, what it returns from is noted
     */
    void rollback(String name, String version, String note, Map<String, Duration> lastTimes) {
        var why = note.isEmpty() ? Words.of("deploy.rollbackNote", present(name)) : note;
        prepare(
                new Order(name, new Content.Version(version), Optional.empty(), why),
                new Wording(
                        Words.of("deploy.askRollback", name),
                        Words.of("deploy.run.rollingBack", name),
                        Words.of("deploy.rollback")),
                lastTimes);
    }

    /** Makes a plan of this moment and asks; a plan that no longer holds is shown anew, and nothing is asked. */
    private void prepare(Order order, Wording wording, Map<String, Duration> lastTimes) {
        if (!prepared.add(order.environmentName())) {
            return;
        }
        plan.make(order, made -> {
            prepared.remove(order.environmentName());
            if (made.isGivenUp()) {
                return;
            }
            if (!made.news().isEmpty()) {
                workspace.notices().tell(Words.of("deploy.drifted", order.environmentName()));
                return;
            }
            var name = order.environmentName();
            var intent = new Intent(order, present(name), wording.title(), made.plan());
            var question =
                    new Question(name, wording.question(), consequences(intent, made.failure()), wording.doIt(), false);
            workspace.guard().ask(question, () -> begin(intent, lastTimes));
        });
    }

    /** Does what was confirmed, unless the environment is at work or has got another version meanwhile. */
    void begin(Intent intent, Map<String, Duration> lastTimes) {
        var name = intent.environmentName();
        var isBusy = find(name).filter(environment -> !environment.isReady()).isPresent();
        if (isBusy || runs.isRunning(name)) {
            workspace.notices().tell(Words.of("deploy.busyMeanwhile", name));
            return;
        }
        if (!present(name).equals(intent.presentVersion())) {
            runs.refuse(name, intent.title(), Words.of("deploy.overtaken", name, present(name)));
            return;
        }
        var order = intent.order();
        runs.begin(
                name,
                intent.title(),
                lastTimes,
                listener -> workspace.connection().desk().deploy(order, listener),
                record -> ended.accept(name, record));
    }

    /** Asks whether what an environment is busy with shall be stopped, and stops it. */
    void abort(String name) {
        var desk = workspace.connection().desk();
        var background = workspace.background();
        background.run(Words.of("deploy.abort.looking"), () -> desk.abortion(name), abortion -> {
            if (abortion.operation().isEmpty()) {
                workspace.notices().tell(abortion.sentence());
                return;
            }
            var operation = abortion.operation().get();
            var title = Words.of("deploy.abort.title", name);
            var question = new Question(name, title, abortion.sentence(), Words.of("deploy.abort.doIt"), false);
            workspace
                    .guard()
                    .ask(
                            question,
                            () -> background.run(
                                    Words.of("deploy.abort.work", name),
                                    () -> desk.abort(name, operation),
                                    done -> workspace.notices().tell(done.message())));
        });
    }

    /** The version that an environment has, as last read; empty for none. */
    String present(String name) {
        return find(name).map(EnvironmentOverview::versionLabel).orElse("");
    }

    private Optional<EnvironmentOverview> find(String name) {
        return workspace.selection().environments().stream()
                .map(Row::value)
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }

    private static String consequences(Intent intent, String failure) {
        return intent.plan()
                .flatMap(made -> made.environment(intent.environmentName()))
                .map(Consequences::of)
                .map(sentences -> String.join("\n", sentences))
                .orElse(Words.of("deploy.unplanned", failure));
    }

    /**
     * How it is spoken of.
     *
     * @param question "Deploy to beanpole-local-web?"
     * @param title "Deploying to beanpole-local-web"
     * @param doIt what the button says, "Deploy"
     */
    private record Wording(String question, String title, String doIt) {}
}
