package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.ApplicationSigns;
import io.beanpole.deploy.scaling.AwsDesignCheck;
import io.beanpole.deploy.scaling.file.OptionFileDesign;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.scaling.check.DesignCheck;
import io.beanpole.scaling.check.Finding;
import io.beanpole.scaling.check.LaneTraits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scaling check}: the flaws of how something is meant to scale. */
@Command(
        name = "check",
        description =
                "Find the flaws of an option file, of a folder of them, or of an environment as it is: a gauge that is"
                        + " summed, the default trigger left on, work in flight ignored, busy workers ended, and more. Exits 1 if"
                        + " there are any.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole scaling check standard",
            "  ./beanpole scaling check .ebextensions/worker --boot 150s",
            "  ./beanpole scaling check standard --json"
        })
@JsonShape(value = Finding.class, isList = true)
final class ScalingCheckCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Mixin
    private SignsChoice signs = new SignsChoice();

    @Parameters(
            paramLabel = "FILE|ENV",
            description = "An option file of .ebextensions, the folder it lies in, or an environment.")
    private String target = "";

    @Option(
            names = "--boot",
            description =
                    "From the launch of an instance until it takes work: 150s, 4m. Without it no warm-up is compared with"
                            + " it; AWS does not tell it.")
    private @Nullable String boot;

    ScalingCheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var file = shell.checkout().directory().root().resolve(target);
        var findings = Files.exists(file) ? ofFile(file) : ofEnvironment();
        output.print(
                shell, findings, () -> findings.isEmpty() ? List.of("No flaws.") : new FindingLines(findings).lines());
        return findings.isEmpty() ? 0 : 1;
    }

    /** What a file does not tell of the lane is taken from deployment.yml. */
    private List<Finding> ofFile(Path file) {
        return DesignCheck.of(OptionFileDesign.of(file), new LaneTraits(true, isProtecting(), boot()));
    }

    private boolean isProtecting() {
        var name = new OptionName(OptionName.PROPERTIES, signs.chosen().property());
        return stage.spec(shell).environments().values().stream()
                .anyMatch(each -> ApplicationSigns.isOn(each.settings().getOrDefault(name, "")));
    }

    private List<Finding> ofEnvironment() {
        return new AwsDesignCheck(stage.access(shell), signs.chosen()).of(stage.environmentName(shell, target), boot());
    }

    private @Nullable Duration boot() {
        return boot == null ? null : Times.stretch(boot);
    }
}
