package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scaling}: how an environment scales. */
@Command(
        name = "scaling",
        description = "Show how an environment scales, and why it did.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ScalingCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ScalingCommand() {}

    /** The command with what is below it. */
    public static CommandLine of(Shell shell) {
        return new CommandLine(new ScalingCommand())
                .addSubcommand(new ScalingShowCommand(shell))
                .addSubcommand(new ScalingExplainCommand(shell))
                .addSubcommand(new ScalingCheckCommand(shell))
                .addSubcommand(new ScalingSimulateCommand(shell))
                .addSubcommand(new ScalingAdviseCommand(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: ./beanpole scaling show ENV");
    }
}
