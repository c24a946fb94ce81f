package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.dockerrun.CheckContext;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.dockerrun.Platform;
import io.beanpole.deploy.dockerrun.SourceCheck;
import io.beanpole.deploy.dockerrun.SourceCheck.CheckedFile;
import io.beanpole.deploy.dockerrun.SourceFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockerrun validate}: what is wrong with a file, before Elastic Beanstalk finds it. */
@Command(
        name = "validate",
        description = "Say what is wrong with a Dockerrun.aws.json, a docker-compose.yml, a folder or a source bundle;"
                + " or with what an environment runs now. Exit 1 when there are errors.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole dockerrun validate --env web",
            "  ./beanpole dockerrun validate --env standard --instance-type t3.small --json"
        })
@JsonShape(value = CheckedFile.class, isList = true)
final class DockerrunValidateCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A file, a folder that holds one, or a zip.")
    private @Nullable Path file;

    @Option(
            names = "--env",
            paramLabel = "ENV",
            description = "Check for this environment: platform, tier, instance types, region and the images in ECR."
                    + " Without FILE: what it runs now.")
    private @Nullable String environment;

    @Option(names = "--worker", description = "The file is for a worker environment.")
    private boolean isWorker;

    @Option(names = "--platform", paramLabel = "ecs|docker", description = "The platform that it is for.")
    private Platform platform = Platform.UNKNOWN;

    @Option(
            names = "--instance-type",
            paramLabel = "TYPE",
            description = "Instance type that must have room for it; repeat it for more.")
    private List<String> instanceTypes = List.of();

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    DockerrunValidateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var checked = check();
        output.print(shell, checked, () -> lines(checked));
        if (checked.stream().noneMatch(CheckedFile::hasErrors)) {
            return 0;
        }
        throw new DeployException("What is marked ERROR keeps it from working.");
    }

    private List<CheckedFile> check() {
        if (environment != null) {
            var place = DeployedSource.of(shell, stage, environment);
            var files = file == null ? place.files() : SourceFiles.of(file);
            return place.check(context -> SourceCheck.of(files, withTypes(context)));
        }
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "Name a file, or an environment with --env.");
        }
        var context = new CheckContext(
                isWorker, platform, instanceTypes, Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
        return SourceCheck.of(SourceFiles.of(file), context);
    }

    private CheckContext withTypes(CheckContext context) {
        return instanceTypes.isEmpty() ? context : context.withInstanceTypes(instanceTypes);
    }

    private static List<String> lines(List<CheckedFile> checked) {
        var lines = new ArrayList<String>();
        for (var each : checked) {
            if (each.findings().isEmpty()) {
                lines.add(each.file() + ": nothing is wrong.");
            }
            each.findings().forEach(finding -> lines.addAll(lines(each.file(), finding)));
        }
        return lines;
    }

    private static List<String> lines(String file, DockerrunFinding finding) {
        return List.of(
                file + ":" + finding.line() + " " + finding.severity() + " " + finding.place(),
                "  " + finding.message(),
                "  " + finding.repair());
    }
}
