package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dockerrun}: the file that says what an environment's instances run. */
@Command(
        name = "dockerrun",
        description = "Generate, validate and convert Dockerrun.aws.json and docker-compose.yml.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class DockerrunCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private DockerrunCommand() {}

    /** The command with those that belong to it. */
    public static CommandLine of(Shell shell) {
        return new CommandLine(new DockerrunCommand())
                .addSubcommand(new DockerrunGenerateCommand(shell))
                .addSubcommand(new DockerrunValidateCommand(shell))
                .addSubcommand(new DockerrunConvertCommand(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the file: generate, validate or convert.");
    }
}
