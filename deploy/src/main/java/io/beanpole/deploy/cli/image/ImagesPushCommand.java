package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.image.BaseImages;
import io.beanpole.deploy.image.ImageReference;
import io.beanpole.deploy.image.ImageTags;
import io.beanpole.deploy.image.Images;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.image.Revision;
import io.beanpole.deploy.spec.ImageOrigin;
import io.beanpole.deploy.spec.ImageSpec;
import io.beanpole.deploy.stage.ImageBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code images push}: an image of deployment.yml, or one that a tar holds, comes to ECR. */
@Command(
        name = "push",
        description = "Push an image of deployment.yml, or of a tar, unless ECR has it. Its tag says date, commit and"
                + " content; --tag adds one of your own.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole images push web",
            "  ./beanpole images push web --tag tested --move-tag --json",
            "  ./beanpole images push --archive web.tar --repository beanpole/web --dry-run"
        })
@JsonShape(PushedImage.class)
final class ImagesPushCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "An image of deployment.yml.")
    private @Nullable String name;

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "A tar of docker save or with an OCI layout; the latter keeps its digest.")
    private @Nullable Path archive;

    @Option(names = "--repository", paramLabel = "NAME", description = "The repository of ECR that a tar goes to.")
    private @Nullable String repository;

    @Option(names = "--tag", paramLabel = "TAG", description = "A further tag for the image.")
    private @Nullable String tag;

    @Option(names = "--move-tag", description = "Take the tag from another image, if that has it.")
    private boolean moveTag;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private Output output = new Output();

    ImagesPushCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var image = image();
        if (tag != null) {
            ImageReference.checkTag(tag);
        }
        if (dryRun) {
            shell.progress()
                    .say("Would push the image " + image.name() + " to the repository " + image.repository()
                            + (tag == null ? "" : " and tag it " + tag) + "; nothing was changed.");
            return 0;
        }
        confirmation.allow(shell, stage.stage(shell), "Pushes the image " + image.name());
        try (var repositories = new Repositories(stage.access(shell))) {
            if (stage.stage(shell).foundation()) {
                image.repositories().forEach(repositories::ensure);
            }
            var pushed = tagged(repositories, image, push(repositories, image));
            output.print(
                    shell, pushed, () -> List.of(pushed.repository() + ":" + pushed.tag() + "@" + pushed.digest()));
        }
        return 0;
    }

    private ImageSpec image() {
        if ((name == null) == (archive == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Name an image of deployment.yml, or a tar with --archive and --repository.");
        }
        if (archive != null) {
            if (repository == null) {
                throw new ParameterException(spec.commandLine(), "Say with --repository where the tar's image goes.");
            }
            return new ImageSpec(archive.toString(), repository, 1, new ImageOrigin.Archive(archive));
        }
        var images = stage.spec(shell).images();
        var image = images.get(name);
        if (image == null) {
            throw new DeployException(
                    "deployment.yml has no image '" + name + "'; it has " + String.join(", ", images.keySet()) + ".");
        }
        return image;
    }

    private PushedImage push(Repositories repositories, ImageSpec image) {
        var directory = shell.checkout().directory();
        var bases = new BaseImages(directory.bases(), shell.progress());
        var images = new Images(repositories, bases, directory.images(), shell.progress());
        var needsBases = shell.checkout().access(stage.stage(shell)).needsBaseImages();
        var pushed = new ImageBuild(images, bases, needsBases, shell.progress())
                .push(List.of(image), Revision.of(directory.root()));
        return Objects.requireNonNull(pushed.get(image), "what was asked for was pushed");
    }

    private PushedImage tagged(Repositories repositories, ImageSpec image, PushedImage pushed) {
        if (tag == null) {
            return pushed;
        }
        var found = new ImageTags.Found(image.repository(), pushed.tag(), pushed.digest());
        new ImageTags(repositories).tag(found, tag, moveTag);
        return new PushedImage(pushed.repository(), tag, pushed.digest());
    }
}
