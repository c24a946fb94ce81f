package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.AwsScalingCatalog;
import io.beanpole.deploy.scaling.ScalingPicture;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scaling show}: one environment in a stretch of time. */
@Command(
        name = "show",
        description = "Show an environment's group, policies, alarms, activities and depth over time.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole scaling show standard", "  ./beanpole scaling show standard --since 6h --json"})
@JsonShape(ScalingPicture.class)
final class ScalingShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "ENV", description = "Environment, by its name in deployment.yml or its full name.")
    private String name = "";

    @Option(names = "--since", description = "How far back: 90s, 15m, 6h, 2d (default ${DEFAULT-VALUE}).")
    private String since = "1h";

    ScalingShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var environment = stage.environmentName(shell, name);
        try (var catalog = new AwsScalingCatalog(stage.access(shell))) {
            var picture = catalog.picture(environment, Times.stretch(since));
            output.print(shell, picture, () -> new ScalingReport(picture).lines());
        }
        return 0;
    }
}
