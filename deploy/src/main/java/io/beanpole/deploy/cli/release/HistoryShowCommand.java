package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.History;
import io.beanpole.deploy.release.ReleaseClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code history show}: one deployment with all that is recorded of it. */
@Command(
        name = "show",
        description =
                "Show one deployment whole: images by digest, phases and where the time went, outcome and reason.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole history show newest", "  ./beanpole history show newest --json"})
@JsonShape(DeploymentRecord.class)
public final class HistoryShowCommand implements Callable<Integer> {
    private static final int BAR = 40;

    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Parameters(
            paramLabel = "ID",
            description = "The deployment's id or its end, as ./beanpole history shows it, or 'newest'.")
    private String id = "";

    public HistoryShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var spec = stages.spec(shell);
        var names = Waves.of(spec, stages.stage(shell), List.of()).names();
        try (var clients = new ReleaseClients(stages.access(shell), shell.progress())) {
            var deployment = new History(clients.parts(), clients.actions()).deployment(spec.application(), names, id);
            output.print(shell, deployment, () -> lines(deployment));
        }
        return 0;
    }

    private static List<String> lines(DeploymentRecord deployment) {
        var lines = new ArrayList<String>();
        lines.add(line("deployment", deployment.id()));
        lines.add(line("environment", deployment.environmentName()));
        lines.add(line("by", deployment.actor()));
        lines.add(line("started", Times.local(deployment.startedAt())));
        lines.add(line("from", deployment.fromVersion().isEmpty() ? "-" : deployment.fromVersion()));
        lines.add(line("to", deployment.toVersion()));
        deployment.images().forEach(image -> lines.add(line("image", image)));
        lines.add(line("policy", deployment.policy()));
        addUnlessEmpty(lines, "commit", deployment.commit());
        addUnlessEmpty(lines, "release", deployment.releaseId());
        addUnlessEmpty(lines, "note", deployment.note());
        lines.add(line("outcome", deployment.outcome() + ": " + deployment.message()));
        if (!deployment.hasNoKnownEnd()) {
            lines.add(line("took", seconds(deployment.took())));
            deployment.phases().forEach(phase -> lines.add(phase(phase, deployment.took())));
        }
        return lines;
    }

    private static void addUnlessEmpty(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(line(name, value));
        }
    }

    /** Where the time went, as a bar of the whole. */
    private static String phase(DeploymentRecord.Phase phase, Duration whole) {
        var part = Math.round(BAR * (double) phase.took().toMillis() / Math.max(1, whole.toMillis()));
        return line("  " + phase.name(), seconds(phase.took()) + "  " + "#".repeat((int) Math.min(BAR, part)));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-14s %s", name, value);
    }
}
