package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.release.NameSwap;
import io.beanpole.deploy.release.ReleaseClients;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swap}: the names of two web environments. */
@Command(
        name = "swap",
        description = "Swap the names (CNAMEs) of two web environments, so that users of one reach the other.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole swap web beanpole-rehearsal-web --dry-run"})
@JsonShape(value = NameSwap.Named.class, isList = true)
public final class SwapCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private Output output = new Output();

    @Option(names = "--dry-run", description = "Only say which names they would have.")
    private boolean dryRun;

    @Parameters(paramLabel = "ENV", arity = "2", description = "Two web environments.")
    private List<String> names = List.of();

    public SwapCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var one = stages.environmentName(shell, names.get(0));
        var other = stages.environmentName(shell, names.get(1));
        try (var clients = new ReleaseClients(stages.access(shell), shell.progress())) {
            var swap = new NameSwap(clients.parts(), clients.journal());
            if (!dryRun) {
                confirmation.allow(shell, stages, List.of(one, other), "Swaps the names of " + one + " and " + other);
            }
            var named = dryRun ? swap.preview(one, other) : swap.swap(one, other);
            output.print(shell, named, () -> lines(named));
            shell.progress()
                    .say(
                            "Clients that remember the old address go on reaching the old environment until its lifetime in"
                                    + " the DNS ends; let both run until then.");
        }
        return 0;
    }

    private static List<String> lines(List<NameSwap.Named> all) {
        var table = new Columns("ENVIRONMENT", "NAME", "VERSION");
        all.forEach(each -> table.row(each.environmentName(), each.cname(), each.versionLabel()));
        return table.lines();
    }
}
