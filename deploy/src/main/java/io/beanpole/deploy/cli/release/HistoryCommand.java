package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.release.History;
import io.beanpole.deploy.release.ReleaseClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code history}: what was done to an environment, or to all of a stage, newest first. */
@Command(
        name = "history",
        description =
                "Show what was done to the environments of a stage: deployments and other actions, who, when, from"
                        + " what to what, and how it ended.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole history", "  ./beanpole history web --json"})
@JsonShape(value = History.Entry.class, isList = true)
public final class HistoryCommand implements Callable<Integer> {
    private static final int SHORT_ID = 4;

    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Parameters(
            paramLabel = "ENV",
            arity = "0..1",
            description = "Environment, by its name in deployment.yml or its full name (default: all).")
    private @Nullable String name;

    public HistoryCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var spec = stages.spec(shell);
        var names = name == null
                ? Waves.of(spec, stages.stage(shell), List.of()).names()
                : List.of(stages.environmentName(shell, name));
        try (var clients = new ReleaseClients(stages.access(shell), shell.progress())) {
            var entries = new History(clients.parts(), clients.actions()).of(spec.application(), names);
            output.print(shell, entries, () -> lines(entries));
        }
        return 0;
    }

    private List<String> lines(List<History.Entry> entries) {
        if (entries.isEmpty()) {
            shell.progress().say("Nothing is recorded.");
            return List.of();
        }
        var table = new Columns("STARTED", "ENVIRONMENT", "WHAT", "OUTCOME", "TOOK", "FROM", "TO", "BY", "ID", "NOTE");
        for (var entry : entries) {
            table.row(
                    Times.local(entry.at()),
                    entry.environmentName(),
                    entry.action(),
                    orDash(entry.outcome()),
                    entry.took().equals(Duration.ZERO) ? "-" : Times.words(entry.took()),
                    orDash(entry.fromVersion()),
                    orDash(entry.toVersion()),
                    entry.actor().substring(entry.actor().lastIndexOf(':') + 1),
                    entry.id().substring(Math.max(0, entry.id().length() - SHORT_ID)),
                    entry.note());
        }
        var lines = new ArrayList<>(table.lines());
        entries.stream()
                .filter(entry -> !entry.outcome().equals("SUCCEEDED"))
                .forEach(entry ->
                        lines.add(Times.local(entry.at()) + " " + entry.environmentName() + ": " + entry.message()));
        return lines;
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
