package io.beanpole.deploy.cli;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.cli.image.DockerrunCommand;
import io.beanpole.deploy.cli.image.ImagesCommand;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.cli.shell.Shell;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: data to stdout, progress to stderr; exit 0 for done, 1 for failed, 2 for wrong usage. */
@Command(
        name = "beanpole",
        description = "Builds, deploys and runs an Elastic Beanstalk application, on this machine or in AWS.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Beanpole implements Shell {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace when something fails.")
    private boolean verbose;

    private final Checkout checkout;

    private Beanpole(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        var checkout = Checkout.ofThisProcess();
        System.exit(commandLine(checkout).execute(arguments));
    }

    static CommandLine commandLine(Checkout checkout) {
        var beanpole = new Beanpole(checkout);
        return new CommandLine(beanpole)
                .addSubcommand(new UpCommand(beanpole))
                .addSubcommand(new DownCommand(beanpole))
                .addSubcommand(new StatusCommand(beanpole))
                .addSubcommand(new LogsCommand(beanpole))
                .addSubcommand(new MessagesCommand(beanpole))
                .addSubcommand(new EnvCommand(beanpole))
                .addSubcommand(new DeployCommand(beanpole))
                .addSubcommand(new RollbackCommand(beanpole))
                .addSubcommand(new HistoryCommand(beanpole))
                .addSubcommand(new LanesCommand(beanpole))
                .addSubcommand(new ScalingCommand(beanpole))
                .addSubcommand(new SpotCommand(beanpole))
                .addSubcommand(new BaseImageCommand(beanpole))
                .addSubcommand(ImagesCommand.of(beanpole))
                .addSubcommand(DockerrunCommand.of(beanpole))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new CliErrors(() -> beanpole.verbose));
    }

    @Override
    public Checkout checkout() {
        return checkout;
    }

    @Override
    public Progress progress() {
        return line -> spec.commandLine().getErr().println(line);
    }

    @Override
    public void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    @Override
    public Optional<String> ask(String question) {
        var console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        spec.commandLine().getErr().print(question);
        spec.commandLine().getErr().flush();
        return Optional.ofNullable(console.readLine());
    }
}
