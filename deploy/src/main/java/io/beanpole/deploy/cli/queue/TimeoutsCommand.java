package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code timeouts}: the times of messages and requests. */
@Command(
        name = "timeouts",
        description = "Look at the timeouts of an environment and at what they do to a message.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TimeoutsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private TimeoutsCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Shell shell) {
        return new CommandLine(new TimeoutsCommand()).addSubcommand(new TimeoutsCheckCommand(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: beanpole timeouts check ENV");
    }
}
