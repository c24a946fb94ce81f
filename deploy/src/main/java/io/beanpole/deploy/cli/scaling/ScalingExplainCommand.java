package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.AwsExplanations;
import io.beanpole.deploy.scaling.ScalingExplanation;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scaling explain}: why an environment did or did not scale at a moment. */
@Command(
        name = "explain",
        description =
                "Say in one sentence why an environment did or did not scale, with everything around it on one time"
                        + " axis.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole scaling explain standard",
            "  ./beanpole scaling explain standard --at=-10m",
            "  ./beanpole scaling explain standard --since 6h --json"
        })
@JsonShape(ScalingExplanation.class)
final class ScalingExplainCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "ENV", description = "Environment, by its name in deployment.yml or its full name.")
    private String name = "";

    @Option(
            names = "--at",
            description = "The moment: now, a time of today such as 14:05 or 14:05:30, so long ago such as -10m, or a"
                    + " time such as 2026-11-21T14:05:00Z (default ${DEFAULT-VALUE}).")
    private String at = "now";

    @Option(
            names = "--since",
            description = "How long before that the axis begins: 90s, 15m, 6h, 2d (default ${DEFAULT-VALUE}).")
    private String since = "1h";

    @Mixin
    private SignsChoice signs = new SignsChoice();

    ScalingExplainCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var environment = stage.environmentName(shell, name);
        var moment = new MomentText(Clock.system(ZoneId.systemDefault())).read(at);
        var from = moment.minus(Times.stretch(since));
        try (var explanations = new AwsExplanations(stage.access(shell), signs.chosen())) {
            var explanation = explanations.explain(environment, from, moment);
            output.print(shell, explanation, () -> new ExplanationReport(explanation).lines());
        }
        return 0;
    }
}
