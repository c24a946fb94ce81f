package io.beanpole.deploy.image;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.ecr.RegistrySignIn;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.spec.BaseSpec;
import io.beanpole.deploy.spec.ImageOrigin;
import io.beanpole.deploy.spec.ImageSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The images of one cloud: pushed once, found again by their content. */
public final class Images {
    static final String NO_BASE = "scratch";

    private final Repositories repositories;
    private final BaseImages bases;
    private final RegistrySignIn signIn;
    private final ImagePush push;
    private final Progress progress;

    /** Images that are pushed to these repositories; jib keeps its caches in a folder. */
    public Images(Repositories repositories, BaseImages bases, Path caches, Progress progress) {
        this.repositories = repositories;
        this.bases = bases;
        this.signIn = repositories.signIn();
        this.push = new ImagePush(signIn, caches);
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
        return new PushedImage(
                repository, tag, push.archive(archive, repository + ":" + tag).digest());
    }

    /** The image of deployment.yml in the registry, built or carried there unless it is there with the same content. */
    public PushedImage push(ImageSpec image, Optional<PushedImage> base, Revision revision) {
        if (image.origin() instanceof ImageOrigin.Module module) {
            return module(ImageContent.of(image, module), base, revision);
        }
        if (image.origin() instanceof ImageOrigin.Archive archive) {
            return archive(archive.file(), image.repository(), revision);
        }
        return existing(((ImageOrigin.Existing) image.origin()).reference());
    }

    /**
     * Carries the image of a tar to a repository, unless it has it.
     *
     * @param archive of {@code docker save} or an OCI layout; the latter keeps its digest
     */
    public PushedImage archive(Path archive, String repository, Revision revision) {
        var uri = repositories.uri(repository);
        var says = progress.of("image " + archive.getFileName());
        try (var file = new ArchiveFile(archive)) {
            var tag = revision.tag(file.brief());
            var known = repositories.digest(repository, tag);
            if (known.isPresent()) {
                says.say("unchanged, " + known.get());
                return new PushedImage(uri, tag, known.get());
            }
            var layout = file.layout();
            if (layout.isPresent()) {
                var place = new ImagePlace(signIn, uri);
                new ImageCopy(says)
                        .copy(layout.get(), Optional.empty(), layout.get().digest(), place, List.of(tag));
                return new PushedImage(uri, tag, layout.get().digest());
            }
            var outcome = push.archive(archive, uri + ":" + tag);
            says.say("pushed as " + uri + ":" + tag + ", " + outcome.words());
            return new PushedImage(uri, tag, outcome.digest());
        }
    }

    private PushedImage module(ImageContent content, Optional<PushedImage> base, Revision revision) {
        var image = content.image();
        var tag = revision.tag(content.hash(base.map(PushedImage::digest).orElse(NO_BASE)));
        var repository = repositories.uri(image.repository());
        var says = progress.of("image " + image.name());
        var known = repositories.digest(image.repository(), tag);
        if (known.isPresent()) {
            says.say("unchanged, " + known.get());
            return new PushedImage(repository, tag, known.get());
        }
        base.ifPresent(parent -> new LayerMount(signIn, progress).share(parent, image.repository()));
        var outcome = push.application(content, base, repository + ":" + tag);
        says.say("pushed as " + repository + ":" + tag + ", " + outcome.words());
        return new PushedImage(repository, tag, outcome.digest());
    }

    private PushedImage existing(String text) {
        var reference = ImageReference.of(text);
        var pinned = new ImageTags(repositories).pinned(reference);
        var at = pinned.indexOf('@');
        return new PushedImage(pinned.substring(0, at), reference.tag().orElse(""), pinned.substring(at + 1));
    }
}
