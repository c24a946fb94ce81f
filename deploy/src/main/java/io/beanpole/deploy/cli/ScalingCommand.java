package io.beanpole.deploy.cli;

import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.AwsScalingCatalog;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code scaling}: how environments grow and shrink, and why. */
@Command(
        name = "scaling",
        description = "Show how an environment scales, and why it did.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ScalingCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    ScalingCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                new CommandLine(new ScalingCommand(beanpole)), "Say what to do: beanpole scaling show ENV");
    }

    /** {@code scaling show}: one environment in a stretch of time. */
    @Command(
            name = "show",
            description = "Show an environment's group, policies, alarms, activities and depth over time.",
            mixinStandardHelpOptions = true)
    Integer show(
            @Parameters(
                            paramLabel = "ENV",
                            description = "Environment, by its name in deployment.yml or its full name.")
                    String name,
            @Option(
                            names = "--since",
                            description = "How far back: 90s, 15m, 6h, 2d (default ${DEFAULT-VALUE}).",
                            defaultValue = "1h")
                    String since,
            @Option(names = "--json", description = "Print JSON.") boolean json,
            @Option(names = "--stage", description = "The stage to look at (default: the local one).") @Nullable
                    String stageName) {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        var stage = stageName == null ? checkout.localStage(spec) : spec.stage(stageName);
        var environment = spec.environments().containsKey(name) ? spec.environmentName(stage, name) : name;
        var to = Instant.now();
        var from = to.minus(Times.stretch(since));
        try (var catalog = new AwsScalingCatalog(checkout.access(stage).aws())) {
            var picture = catalog.picture(environment, from, to);
            if (json) {
                beanpole.print(
                        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(picture));
            } else {
                new ScalingReport(picture).lines().forEach(beanpole::print);
            }
        }
        return 0;
    }
}
