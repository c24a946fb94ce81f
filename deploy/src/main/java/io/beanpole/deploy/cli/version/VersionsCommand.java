package io.beanpole.deploy.cli.version;

import io.beanpole.deploy.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code versions}: what can be deployed. */
@Command(
        name = "versions",
        description = "Application versions: what there is, what runs where, and what may go.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class VersionsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private VersionsCommand() {}

    /** The group with its commands. */
    public static CommandLine in(Shell shell) {
        return new CommandLine(new VersionsCommand())
                .addSubcommand(new ListCommand(shell))
                .addSubcommand(new CreateCommand(shell))
                .addSubcommand(new PruneCommand(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which: list, create or prune.");
    }
}
