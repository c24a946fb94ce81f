package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.release.ReleaseClients;
import io.beanpole.deploy.release.RunningDeployments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code abort}: stops what an environment is busy with. */
@Command(
        name = "abort",
        description = "Stop the deployment or update that an environment is busy with, and say what it leaves.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole abort web --dry-run", "  ./beanpole abort web"})
@JsonShape(RunningDeployments.Aborted.class)
public final class AbortCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private Output output = new Output();

    @Option(names = "--dry-run", description = "Only say what would be stopped, and what that leaves.")
    private boolean dryRun;

    @Parameters(paramLabel = "ENV", description = "Environment, by its name in deployment.yml or its full name.")
    private String name = "";

    public AbortCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var environment = stages.environmentName(shell, name);
        try (var clients = new ReleaseClients(stages.access(shell), shell.progress())) {
            var running = new RunningDeployments(clients.parts(), clients.journal());
            if (dryRun) {
                DryRun.tell(shell, output, List.of(running.abortion(environment).sentence()));
                return 0;
            }
            confirmation.allow(shell, stages, List.of(environment), "Aborts what " + environment + " is busy with");
            var aborted = running.abort(environment);
            output.print(shell, aborted, () -> lines(aborted));
        }
        return 0;
    }

    private List<String> lines(RunningDeployments.Aborted aborted) {
        var lines = new ArrayList<String>();
        lines.add(aborted.message());
        aborted.versions().forEach((instance, version) -> lines.add("  " + instance + " has " + version));
        lines.add("./beanpole rollback " + name + " brings the version before to every instance.");
        return lines;
    }
}
