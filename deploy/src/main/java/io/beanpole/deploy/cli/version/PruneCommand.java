package io.beanpole.deploy.cli.version;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionLog;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.version.AwsVersionCloud;
import io.beanpole.deploy.version.Prune;
import io.beanpole.deploy.version.Pruning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code versions prune}: deletes versions that nobody needs. */
@Command(
        name = "prune",
        description = "Delete old versions and their source bundles. What an environment has or would be rolled back to"
                + " stays, and the newest ones.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole versions prune --dry-run", "  ./beanpole versions prune --keep 20"})
@JsonShape(Prune.class)
final class PruneCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Option(names = "--keep", paramLabel = "N", description = "Keep the newest N besides (default ${DEFAULT-VALUE}).")
    private int keep = 20;

    @Option(names = "--dry-run", description = "Only say what would be deleted.")
    private boolean dryRun;

    PruneCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (keep < 0) {
            throw new DeployException("--keep " + keep + " is no number of versions.", "Give 0 or more.");
        }
        var application = stage.spec(shell).application();
        var access = stage.access(shell);
        try (var cloud = new AwsVersionCloud(access, application);
                var connection = stage.connect(shell);
                var log = new ActionLog(access, shell.progress())) {
            var pruning = new Pruning(cloud, connection.releases()::rollbackTarget, log.journal());
            var plan = pruning.plan(application, keep);
            if (!dryRun && !plan.doomed().isEmpty()) {
                confirmation.allow(
                        shell, stage.stage(shell), "Deletes " + plan.doomed().size() + " versions of " + application);
                plan = pruning.carryOut(application, plan);
            }
            var outcome = plan;
            output.print(shell, outcome, () -> lines(outcome));
        }
        return 0;
    }

    private List<String> lines(Prune prune) {
        var lines = new ArrayList<String>();
        prune.kept().forEach(kept -> lines.add("keeps    " + kept.label() + ": " + kept.why()));
        prune.doomed()
                .forEach(label -> lines.add((prune.deleted().contains(label) ? "deleted  " : "would go ") + label));
        lines.add(
                prune.doomed().isEmpty()
                        ? "Nothing to delete."
                        : dryRun
                                ? prune.doomed().size() + " of "
                                        + (prune.kept().size() + prune.doomed().size()) + " versions would be deleted."
                                : prune.deleted().size() + " of "
                                        + (prune.kept().size() + prune.doomed().size())
                                        + " versions are deleted, with their source bundles.");
        return lines;
    }
}
