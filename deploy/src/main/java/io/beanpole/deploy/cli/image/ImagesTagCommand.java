package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.image.ImageReference;
import io.beanpole.deploy.image.ImageTags;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code images tag}: a further name for an image. */
@Command(
        name = "tag",
        description = "Give an image of ECR a further tag. A tag that leads to another image stays where it is.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole images tag beanpole/web approved --dry-run",
            "  ./beanpole images tag beanpole/web approved --move-tag",
            "  ./beanpole images tag beanpole/web:approved stable --move-tag --json"
        })
@JsonShape(ImageTags.Found.class)
final class ImagesTagCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            paramLabel = "IMAGE",
            description = "repository:tag or repository@sha256:...; a repository alone means its last pushed image.")
    private String image = "";

    @Parameters(paramLabel = "TAG", description = "The further tag.")
    private String tag = "";

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

    ImagesTagCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var repositories = new Repositories(stage.access(shell))) {
            var tags = new ImageTags(repositories);
            var found = tags.find(ImageReference.of(image));
            var name = found.repository() + ":" + tag;
            tags.check(found.repository(), found.digest(), tag, moveTag);
            if (dryRun) {
                shell.progress().say("Would tag " + found.digest() + " as " + name + "; nothing was changed.");
            } else {
                confirmation.allow(shell, stage.stage(shell), "Tags an image as " + name);
                var isNew = tags.tag(found, tag, moveTag);
                shell.progress().say(isNew ? "Tagged as " + name + "." : name + " led there already.");
            }
            var tagged = new ImageTags.Found(found.repository(), tag, found.digest());
            output.print(shell, tagged, () -> List.of(name + " " + found.digest()));
        }
        return 0;
    }
}
