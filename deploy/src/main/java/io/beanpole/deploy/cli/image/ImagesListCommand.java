package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.connection.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code images list}: repositories, what lies in them, and what of it runs. */
@Command(
        name = "list",
        description = "Show the images of a stage's ECR, the last pushed first, and where each is deployed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole images list", "  ./beanpole images list beanpole/web --most 5 --json"})
@JsonShape(value = ListedImage.class, isList = true)
final class ImagesListCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "REPOSITORY", arity = "0..1", description = "One repository of ECR (default: all).")
    private @Nullable String repository;

    @Option(names = "--most", paramLabel = "N", description = "Images of a repository (default: 20).")
    private int most = 20;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    ImagesListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var connection = stage.connect(shell)) {
            var images = images(connection);
            if (images.isEmpty()) {
                shell.progress().say("There is no image yet; ./beanpole images push puts one there.");
            }
            output.print(shell, images, () -> table(images));
        }
        return 0;
    }

    private List<ListedImage> images(Connection connection) {
        var deployed = DeployedImages.in(connection);
        var names = repository == null ? connection.images().repositories() : List.of(repository);
        var listed = new ArrayList<ListedImage>();
        for (var name : names) {
            var images = connection.images().images(name);
            images.stream()
                    .limit(most)
                    .map(image -> ListedImage.of(image, deployed.environments(image.digest())))
                    .forEach(listed::add);
            if (images.size() > most) {
                shell.progress().say(name + " has " + (images.size() - most) + " older images; --most shows them.");
            }
        }
        return listed;
    }

    private static List<String> table(List<ListedImage> images) {
        var now = Clock.systemUTC().instant();
        var table = new Columns("REPOSITORY", "TAGS", "DIGEST", "MB", "AGE", "DEPLOYED IN");
        images.forEach(image -> table.row(image.cells(now)));
        return images.isEmpty() ? List.of() : table.lines();
    }
}
