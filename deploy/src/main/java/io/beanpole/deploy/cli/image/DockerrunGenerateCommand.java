package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunTemplate;
import io.beanpole.deploy.dockerrun.Format;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.image.ImageReference;
import io.beanpole.deploy.image.ImageTags;
import io.beanpole.deploy.spec.EnvironmentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dockerrun generate}: the file for an environment, its image pinned by digest. */
@Command(
        name = "generate",
        description = "Write the file that runs an image in an environment, pinned by digest: from the template, or the"
                + " same as is deployed now but for the image.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole dockerrun generate web",
            "  ./beanpole dockerrun generate standard --deployed --image beanpole/worker --json"
        })
@JsonShape(GeneratedFile.class)
final class DockerrunGenerateCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "ENV", description = "An environment of deployment.yml; with --deployed any.")
    private String environment = "";

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description = "repository:tag or repository@sha256:...; a repository alone means its last pushed image"
                    + " (default: the environment's repository).")
    private @Nullable String image;

    @Option(names = "--deployed", description = "Begin with what the environment runs now, not with the template.")
    private boolean deployed;

    @Option(names = "--container", paramLabel = "NAME", description = "The container that gets the image.")
    private @Nullable String container;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description =
                    "A file with ${name}, ${image}, ${memory} and ${port} (default: Dockerrun.aws.json.template).")
    private @Nullable Path template;

    @Mixin
    private FileTarget target = new FileTarget();

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    DockerrunGenerateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var text = deployed ? fromDeployed() : fromTemplate(described());
        var document = DockerrunDocument.parseAny(text);
        var name = document.format().orElse(Format.V2).fileName();
        var generated = new GeneratedFile(name, text, document.images());
        target.write(shell, Map.of(name, text));
        output.print(shell, generated, () -> List.of(text.stripTrailing()));
        return 0;
    }

    private String fromDeployed() {
        var files = DeployedSource.of(shell, stage, environment).files();
        var document = files.main();
        var wanted = image != null ? image : repositoryOf(document);
        return document.withImage(pinned(wanted), Optional.ofNullable(container))
                .text();
    }

    private static String repositoryOf(DockerrunDocument document) {
        return document.images().stream()
                .findFirst()
                .map(each -> ImageReference.of(each).name())
                .orElseThrow(() -> new DeployException(
                        "The deployed version names no image.", "Say with --image which one to run."));
    }

    private String fromTemplate(EnvironmentSpec described) {
        var spec = stage.spec(shell);
        var file = template == null ? spec.dockerrunTemplate() : template;
        var own = described.image().repository();
        var wanted = image == null ? own : image;
        try {
            return new DockerrunTemplate(file.getFileName().toString(), Files.readString(file))
                    .fill(new DockerrunTemplate.Container(
                            described.image().name(),
                            pinned(wanted),
                            described.memory(),
                            described.image().port()));
        } catch (IOException e) {
            throw new DeployException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    private EnvironmentSpec described() {
        return stage.spec(shell)
                .environments(stage.stage(shell), List.of(environment))
                .get(0);
    }

    private String pinned(String wanted) {
        try (var repositories = new Repositories(stage.access(shell))) {
            return new ImageTags(repositories).pinned(ImageReference.of(wanted));
        }
    }
}
