package io.beanpole.console.release;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.NameSwap.Named;
import io.beanpole.deploy.release.Promotion.Candidate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The other environments that the chosen one can change names with, or hand its version to. */
public final class Neighbours {
    private final Workspace workspace;
    private final Supplier<List<Workspace>> open;
    private final Runs runs;

    /** @param open the workspaces of all connections that are open, this one among them */
    Neighbours(Workspace workspace, Supplier<List<Workspace>> open, Runs runs) {
        this.workspace = workspace;
        this.open = open;
        this.runs = runs;
    }

    /** Names of the web environments that the chosen one can swap names with; none for a worker. */
    public List<String> swapPartners() {
        return workspace
                .selection()
                .environment()
                .filter(chosen -> !chosen.isWorker())
                .map(chosen ->
                        others(workspace, chosen).map(EnvironmentOverview::name).toList())
                .orElse(List.of());
    }

    /** Where the version of the chosen environment could run, too, in this connection and in all others. */
    public List<Target> promotionTargets() {
        return workspace
                .selection()
                .environment()
                .map(chosen -> open.get().stream()
                        .flatMap(there ->
                                others(there, chosen).map(environment -> new Target(there, environment.name())))
                        .toList())
                .orElse(List.of());
    }

    /** Asks whether the names shall be swapped, and swaps them. */
    public void swap(String partner) {
        var name = workspace.selection().name();
        var desk = workspace.connection().desk();
        workspace
                .background()
                .run(
                        Words.of("deploy.swap.looking"),
                        () -> desk.swapped(name, partner),
                        names -> workspace
                                .guard()
                                .ask(
                                        new Question(
                                                name,
                                                Words.of("deploy.swap.title", name, partner),
                                                inWords(names) + "\n" + Words.of("deploy.swap.undo"),
                                                Words.of("deploy.swap.doIt"),
                                                false),
                                        () -> workspace
                                                .background()
                                                .run(
                                                        Words.of("deploy.swap.work", name, partner),
                                                        () -> desk.swap(name, partner),
                                                        swapped -> workspace
                                                                .notices()
                                                                .tell(inWords(swapped)
                                                                        .replace('\n', ' ')))));
    }

    /** Asks whether the version shall be brought over, and brings it; what is asked is asked by the other's guard. */
    public void promote(Target target, String note) {
        var source = workspace.selection().name();
        var here = workspace.connection().desk();
        var there = target.workspace().connection().desk();
        workspace
                .background()
                .run(
                        Words.of("deploy.promote.looking", target.environmentName()),
                        () -> here.candidate(source, there, target.environmentName()),
                        candidate -> target.workspace()
                                .guard()
                                .ask(
                                        question(candidate, target),
                                        () -> begin(
                                                source,
                                                target,
                                                listener -> here.promote(candidate, there, note, listener))));
    }

    /** A deployment that runs keeps its place on the screen: it is the one that may have to be aborted. */
    private void begin(String source, Target target, Function<DeploymentListener, DeploymentRecord> work) {
        if (runs.isRunning(source)) {
            workspace.notices().tell(Words.of("deploy.busyMeanwhile", source));
        } else {
            runs.begin(source, Words.of("deploy.promote.work", target.title()), Map.of(), work, record -> {});
        }
    }

    /** Why no names can be swapped here, as a sentence; empty when they can. */
    public String whyNotSwap() {
        return workspace.guard().whyNot(Deed.SWAP).get();
    }

    /** Why no version can be promoted to a target, as a sentence; empty when one can. */
    public static String whyNot(Target target) {
        return target.workspace().guard().whyNot(Deed.DEPLOY).get();
    }

    private static Question question(Candidate candidate, Target target) {
        var replaced = candidate.replaced();
        var lines = Stream.concat(
                Stream.of(
                        Words.of(
                                "deploy.promote.consequences",
                                target.title(),
                                candidate.versionLabel(),
                                replaced == null ? Words.of("deploy.plan.noVersion") : replaced),
                        Words.of("deploy.promote.settings")),
                candidate.doubts().stream().map(doubt -> Words.of("deploy.promote.doubt", doubt)));
        return new Question(
                candidate.target(),
                Words.of("deploy.promote.title", candidate.versionLabel(), target.title()),
                lines.collect(Collectors.joining("\n")),
                Words.of("deploy.promote.doIt"),
                false);
    }

    private static Stream<EnvironmentOverview> others(Workspace there, EnvironmentOverview chosen) {
        return there.selection().environments().stream()
                .map(Row::value)
                .filter(other -> other.application().equals(chosen.application()))
                .filter(other -> other.tier().equals(chosen.tier()))
                .filter(other -> !other.id().equals(chosen.id()));
    }

    private static String inWords(List<Named> names) {
        return names.stream()
                .map(named ->
                        Words.of("deploy.swap.line", named.environmentName(), named.cname(), named.versionLabel()))
                .collect(Collectors.joining("\n"));
    }

    /** An environment of some connection. */
    public record Target(Workspace workspace, String environmentName) {
        /** As a menu calls it. */
        public String title() {
            return Words.of(
                    "deploy.promote.target", environmentName, workspace.card().name());
        }
    }
}
