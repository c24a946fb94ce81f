package io.beanpole.deploy.cli.plan;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.plan.PlanFile;
import io.beanpole.deploy.plan.Plans;
import io.beanpole.deploy.plan.Targets;
import io.beanpole.deploy.plan.VersionTargets;
import io.beanpole.deploy.plan.cloud.AwsCloudFacts;
import io.beanpole.deploy.stage.StageTargets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}: what a deployment would change. */
@Command(
        name = "plan",
        description = {
            "Show what a deployment would change, without changing anything: version, images by digest, files of the"
                    + " bundle, option settings and who decides them, instances, messages in flight.",
            "Without ENV it is an overview of the whole stage; bundles and option settings are compared for"
                    + " environments that are named."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole plan",
            "  ./beanpole plan web",
            "  ./beanpole plan express standard --json",
            "  ./beanpole plan web --out target/web-plan.json"
        })
@JsonShape(Plan.class)
public final class PlanCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Parameters(
            paramLabel = "ENV",
            arity = "0..*",
            description = "Environments to look at closely, by their names in deployment.yml.")
    private List<String> names = List.of();

    @Option(
            names = "--version-label",
            paramLabel = "LABEL",
            description = "Plan for this version, which exists, in place of what is built here.")
    private @Nullable String label;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Keep the plan as JSON too, for a deployment that shall do this and nothing else.")
    private @Nullable Path out;

    public PlanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var spec = stage.spec(shell);
        var fullNames =
                names.stream().map(name -> stage.environmentName(shell, name)).collect(Collectors.toSet());
        var access = stage.access(shell);
        try (var facts = new AwsCloudFacts(access, spec.application())) {
            var plan = new Plans(facts, targets(), access.clock()).of(fullNames);
            if (out != null) {
                PlanFile.write(out, plan);
                shell.progress().say("The plan is in " + out + ".");
            }
            output.print(shell, plan, () -> new PlanText(plan).lines());
        }
        return 0;
    }

    private Targets targets() {
        var spec = stage.spec(shell);
        var chosen = stage.stage(shell);
        if (label == null) {
            return new StageTargets(
                    spec,
                    chosen,
                    shell.checkout().access(chosen),
                    shell.checkout().directory(),
                    names);
        }
        var all = names.isEmpty() ? spec.usualEnvironments() : names;
        return new VersionTargets(
                chosen.name(),
                spec.application(),
                all.stream().map(name -> stage.environmentName(shell, name)).toList(),
                label);
    }
}
