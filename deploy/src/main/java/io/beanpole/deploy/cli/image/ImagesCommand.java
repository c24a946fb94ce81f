package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code images}: what lies in ECR. */
@Command(
        name = "images",
        description = "List, push and tag the images of a stage's ECR.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ImagesCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ImagesCommand() {}

    /** The command with those that belong to it. */
    public static CommandLine of(Shell shell) {
        return new CommandLine(new ImagesCommand())
                .addSubcommand(new ImagesListCommand(shell))
                .addSubcommand(new ImagesPushCommand(shell))
                .addSubcommand(new ImagesTagCommand(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with images: list, push or tag.");
    }
}
