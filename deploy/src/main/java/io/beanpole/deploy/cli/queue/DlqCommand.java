package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dlq}: the dead letters of lanes. */
@Command(
        name = "dlq",
        description = "Look at dead letters, send them back, or throw them away.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class DlqCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private DlqCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Shell shell) {
        return new CommandLine(new DlqCommand())
                .addSubcommand(new DlqListCommand(shell))
                .addSubcommand(new DlqShowCommand(shell))
                .addSubcommand(new DlqReplayCommand(shell))
                .addSubcommand(new DlqRedriveCommand(shell))
                .addSubcommand(new DlqPurgeCommand(shell))
                .addSubcommand(new DlqRestoreCommand(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: beanpole dlq list, show, replay, redrive, purge or restore LANE");
    }
}
