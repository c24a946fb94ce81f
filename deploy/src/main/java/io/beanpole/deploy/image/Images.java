package io.beanpole.deploy.image;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.spec.BaseSpec;
import io.beanpole.deploy.spec.ImageSpec;
import java.nio.file.Path;
import java.util.Optional;

/** The images of one cloud: pushed once, found again by their content. */
public final class Images {
    static final String NO_BASE = "scratch";

    private final Repositories repositories;
    private final BaseImages bases;
    private final ImagePush push;
    private final LayerMount mount;
    private final Progress progress;

    /** Images that are pushed to these repositories; jib keeps its caches in a folder. */
    public Images(Repositories repositories, BaseImages bases, Path caches, Progress progress) {
        var signIn = repositories.signIn();
        this.repositories = repositories;
        this.bases = bases;
        this.push = new ImagePush(signIn, caches);
        this.mount = new LayerMount(signIn, progress);
        this.progress = progress;
    }

    /** Pushes a base image unless the repository has it. */
    public PushedImage base(BaseSpec base) {
        var tag = BaseImages.tag(base);
        var repository = repositories.uri(base.repository());
        var known = repositories.digest(base.repository(), tag);
        if (known.isPresent()) {
            return new PushedImage(repository, tag, known.get());
        }
        var archive = bases.archive(base, false);
        progress.of("base image " + base.name()).say("pushing it to " + repository);
        return new PushedImage(repository, tag, push.archive(archive, repository + ":" + tag));
    }

    /** Builds and pushes the image of a module unless the repository has one of the same content. */
    public PushedImage application(ImageSpec image, Optional<PushedImage> base, String commit) {
        var content = ImageContent.of(image);
        var tag = commit + "-" + content.hash(base.map(PushedImage::digest).orElse(NO_BASE));
        var repository = repositories.uri(image.repository());
        var says = progress.of("image " + image.name());
        var known = repositories.digest(image.repository(), tag);
        if (known.isPresent()) {
            says.say("unchanged, " + known.get());
            return new PushedImage(repository, tag, known.get());
        }
        base.ifPresent(parent -> mount.share(parent, image.repository()));
        var digest = push.application(content, base, repository + ":" + tag);
        says.say("pushed as " + repository + ":" + tag + ", " + digest);
        return new PushedImage(repository, tag, digest);
    }
}
