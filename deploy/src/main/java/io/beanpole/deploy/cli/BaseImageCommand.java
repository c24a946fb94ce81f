package io.beanpole.deploy.cli;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.image.BaseImages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code base-image}: the images that ours stand on, made without Docker. */
@Command(
        name = "base-image",
        description =
                "Make the base images of deployment.yml with mmdebstrap, without Docker, and print where they are.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole base-image", "  ./beanpole base-image java-ffmpeg --rebuild"})
final class BaseImageCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    @Option(names = "--rebuild", description = "Make them again, with the packages of today.")
    private boolean rebuild;

    @Parameters(paramLabel = "BASE", arity = "0..*", description = "Bases of deployment.yml (default: all).")
    private List<String> names = List.of();

    BaseImageCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var bases = checkout.spec().bases();
        var images = new BaseImages(checkout.directory().bases(), beanpole.progress());
        for (var name : names.isEmpty() ? bases.keySet() : names) {
            var base = bases.get(name);
            if (base == null) {
                throw new DeployException(
                        "deployment.yml has no base '" + name + "'; it has " + String.join(", ", bases.keySet()) + ".");
            }
            beanpole.print(images.archive(base, rebuild).toString());
        }
        return 0;
    }
}
