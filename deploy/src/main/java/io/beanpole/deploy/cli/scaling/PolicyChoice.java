package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.scaling.LiveDesign;
import io.beanpole.deploy.scaling.file.OptionFileDesign;
import io.beanpole.scaling.advice.Contenders;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.Workload;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is compared: policies of a file, of a live environment, or of those that have a name. */
final class PolicyChoice {
    private static final String LIVE = "env:";
    private static final int LEAST = 1;
    private static final int MOST = 60;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "An option file of .ebextensions or a folder of them, env:ENV for what runs there, or one of"
                    + " aws-sample, step, target-tracking, keda, proposed, controller. Repeatable (default: all six).")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = "--min",
            description = "The fewest instances, in place of what a file says (default of those with a name: 1).")
    private @Nullable Integer minimum;

    @Option(
            names = "--max",
            description = "The most instances, in place of what a file says (default of those with a name: 60).")
    private @Nullable Integer maximum;

    @Option(
            names = "--unprotected",
            description =
                    "The workers of files and environments don't protect themselves from scale-in while they work.")
    private boolean unprotected;

    /** The policies that were named, in their order. */
    List<Contender> contenders(Shell shell, StageChoice stage, Workload workload) {
        var named = Contenders.of(
                workload,
                Optional.ofNullable(minimum).orElse(LEAST),
                Optional.ofNullable(maximum).orElse(MOST));
        return (policies.isEmpty() ? Contenders.NAMES : policies)
                .stream().map(each -> contender(each, shell, stage, named)).toList();
    }

    /** The most instances of all of these. */
    static int most(List<Contender> contenders) {
        return contenders.stream()
                .mapToInt(each -> each.design().maximum())
                .max()
                .orElse(MOST);
    }

    private Contender contender(String name, Shell shell, StageChoice stage, Contenders named) {
        if (Contenders.NAMES.contains(name)) {
            return named.named(name);
        }
        if (name.startsWith(LIVE)) {
            var environment = stage.environmentName(shell, name.substring(LIVE.length()));
            return contender(LiveDesign.of(stage.access(shell), environment));
        }
        var file = CheckoutFile.toRead(shell, name);
        if (!Files.exists(file)) {
            throw new DeployException(
                    "There is no policy " + name + ": no file of that name, and none of "
                            + String.join(", ", Contenders.NAMES) + ".",
                    "Name an option file such as .ebextensions/worker/40-scaling.config, or env:ENV.");
        }
        return contender(OptionFileDesign.of(file));
    }

    private Contender contender(ScalingDesign design) {
        int least = Optional.ofNullable(minimum).orElse(design.minimum());
        int most = Optional.ofNullable(maximum).orElse(design.maximum());
        var bounded = new ScalingDesign(
                design.name(),
                least,
                most,
                design.cooldown(),
                design.warmUp(),
                design.alarms(),
                design.policies(),
                design.schedule());
        return new Contender(design.name(), bounded, Optional.empty(), !unprotected);
    }
}
