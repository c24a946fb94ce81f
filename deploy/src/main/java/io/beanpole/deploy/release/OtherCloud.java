package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.ecr.RegistrySignIn;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.image.ImageCopy;
import io.beanpole.deploy.image.ImagePlace;
import java.util.ArrayList;
import java.util.List;

/**
 * Another account or region: images are copied by digest, byte for byte, and the bundle differs from the original in the
 * registry's name only. The version keeps its label, so that the histories of both tell one story.
 */
public final class OtherCloud implements VersionCarrier {
    private final Side from;
    private final Side to;
    private final Progress progress;

    public OtherCloud(Side from, Side to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    @Override
    public List<String> carry(VersionName version) {
        var bundle = from.parts().versions().bundle(version);
        var dockerrun = bundle.dockerrun()
                .orElseThrow(() -> new DeployException(
                        "Version " + version.label() + " has no Dockerrun.aws.json, so that its images aren't known."));
        var images = DockerrunImages.of(dockerrun);
        var signIn = from.repositories().signIn();
        var copies = images.stream()
                .map(image -> isIn(signIn, image) ? copy(image, signIn, version) : stays(image))
                .toList();
        var text = dockerrun;
        for (var i = 0; i < images.size(); i++) {
            text = text.replace(images.get(i), copies.get(i));
        }
        deliver(version, bundle.withDockerrun(text), copies);
        return new ArrayList<>(copies);
    }

    private static boolean isIn(RegistrySignIn registry, String image) {
        return image.startsWith(registry.endpoint().getAuthority() + "/");
    }

    /** A public image, for instance, is the same from everywhere. */
    private String stays(String image) {
        progress.say(image + " is not in the ECR that is promoted from, so it stays where it is.");
        return image;
    }

    private String copy(String image, RegistrySignIn signIn, VersionName version) {
        var at = image.indexOf("@sha256:");
        var slash = image.indexOf('/');
        if (at < 0) {
            throw new DeployException(
                    "Version " + version.label() + " names the image " + image
                            + ", which isn't pinned by digest, so that it could become another on its way.",
                    "Deploy a version with digests first; ./beanpole deploy makes such.");
        }
        var tagged = image.substring(slash + 1, at);
        var colon = tagged.indexOf(':');
        var repository = colon < 0 ? tagged : tagged.substring(0, colon);
        var uri = image.substring(0, slash + 1) + repository;
        to.repositories().ensure(repository);
        return new ImageCopy(progress)
                .copy(
                        new ImagePlace(signIn, uri),
                        image.substring(at + 1),
                        new ImagePlace(
                                to.repositories().signIn(), to.repositories().uri(repository)),
                        List.of(version.label()))
                .pinned();
    }

    private void deliver(VersionName version, SourceBundle bundle, List<String> images) {
        var versions = to.parts().versions();
        if (versions.has(version) && !versions.bundle(version).hasContentOf(bundle)) {
            throw new DeployException(
                    "The other cloud has a version " + version.label() + " with other content.",
                    "A label never changes its content; deploy a version with another label and promote that.");
        }
        new VersionDelivery(to.parts()).deliver(version, bundle, images, progress::say);
    }

    /** One of the two clouds. */
    public record Side(ReleaseParts parts, Repositories repositories) {}
}
