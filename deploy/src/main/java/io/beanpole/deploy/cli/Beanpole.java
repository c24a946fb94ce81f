package io.beanpole.deploy.cli;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.cli.image.DockerrunCommand;
import io.beanpole.deploy.cli.image.ImagesCommand;
import io.beanpole.deploy.cli.plan.PlanCommand;
import io.beanpole.deploy.cli.queue.DlqCommand;
import io.beanpole.deploy.cli.queue.LanesCommand;
import io.beanpole.deploy.cli.queue.TimeoutsCommand;
import io.beanpole.deploy.cli.release.AbortCommand;
import io.beanpole.deploy.cli.release.DeployCommand;
import io.beanpole.deploy.cli.release.HistoryCommand;
import io.beanpole.deploy.cli.release.HistoryShowCommand;
import io.beanpole.deploy.cli.release.PromoteCommand;
import io.beanpole.deploy.cli.release.ReleaseCommand;
import io.beanpole.deploy.cli.release.RollbackCommand;
import io.beanpole.deploy.cli.release.SwapCommand;
import io.beanpole.deploy.cli.release.WatchCommand;
import io.beanpole.deploy.cli.scaling.ScalingCommand;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.version.VersionsCommand;
import io.beanpole.deploy.connection.AccessChoices;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: data to stdout, progress to stderr; exit 0 for done, 1 for failed, 2 for wrong usage. */
@Command(
        name = "beanpole",
        description = "Builds, deploys and runs an Elastic Beanstalk application, on this machine or in AWS.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Beanpole implements Shell {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace when something fails.")
    private boolean verbose;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The profile of ~/.aws, in place of the stage's.")
    private @Nullable String profile;

    @Option(
            names = "--region",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The region of AWS, in place of the stage's.")
    private @Nullable String region;

    @Option(
            names = "--copy-as-aws",
            scope = ScopeType.INHERIT,
            description = "Print the aws command for each call that changes something, before it is made.")
    private boolean copyAsAws;

    @Option(
            names = "--project",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The folder with deployment.yml or .elasticbeanstalk (default: that of the script).")
    private @Nullable Path project;

    private final Checkout checkout;

    private Beanpole(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        var checkout = Checkout.ofThisProcess();
        System.exit(commandLine(checkout).execute(arguments));
    }

    /** All commands, for a process or a test. */
    public static CommandLine commandLine(Checkout checkout) {
        var beanpole = new Beanpole(checkout);
        return HouseStyle.of(tree(beanpole))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler(new CliErrors(() -> beanpole.verbose));
    }

    private static CommandLine tree(Beanpole beanpole) {
        return new CommandLine(beanpole)
                .addSubcommand(new UpCommand(beanpole))
                .addSubcommand(new DownCommand(beanpole))
                .addSubcommand(new StatusCommand(beanpole))
                .addSubcommand(new LogsCommand(beanpole))
                .addSubcommand(new MessagesCommand(beanpole))
                .addSubcommand(new EnvCommand(beanpole))
                .addSubcommand(new DeployCommand(beanpole))
                .addSubcommand(new PlanCommand(beanpole))
                .addSubcommand(VersionsCommand.in(beanpole))
                .addSubcommand(new ReleaseCommand(beanpole))
                .addSubcommand(new PromoteCommand(beanpole))
                .addSubcommand(new RollbackCommand(beanpole))
                .addSubcommand(new WatchCommand(beanpole))
                .addSubcommand(new AbortCommand(beanpole))
                .addSubcommand(new SwapCommand(beanpole))
                .addSubcommand(
                        new CommandLine(new HistoryCommand(beanpole)).addSubcommand(new HistoryShowCommand(beanpole)))
                .addSubcommand(ImagesCommand.of(beanpole))
                .addSubcommand(LanesCommand.commandLine(beanpole))
                .addSubcommand(DlqCommand.commandLine(beanpole))
                .addSubcommand(TimeoutsCommand.commandLine(beanpole))
                .addSubcommand(ScalingCommand.of(beanpole))
                .addSubcommand(new SpotCommand(beanpole))
                .addSubcommand(new BaseImageCommand(beanpole))
                .addSubcommand(DockerrunCommand.of(beanpole))
                .addSubcommand(new CompletionCommand(beanpole))
                .addSubcommand(new TrainingCommand(beanpole));
    }

    @Override
    public Checkout checkout() {
        Consumer<String> commands = copyAsAws ? progress()::say : null;
        var chosen = checkout.choosing(new AccessChoices(profile, region, commands));
        return project == null ? chosen : chosen.at(project);
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
