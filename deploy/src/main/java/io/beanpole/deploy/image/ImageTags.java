package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.ecr.Repositories;
import java.util.Optional;

/** The tags of one cloud's repositories: an image gets a further name, and a name that is taken isn't moved unasked. */
public final class ImageTags {
    private final Repositories repositories;

    /** Tags of the repositories of one cloud. */
    public ImageTags(Repositories repositories) {
        this.repositories = repositories;
    }

    /** The image that a reference means: by digest, by tag, or the one that was pushed last. */
    public Found find(ImageReference reference) {
        var repository = reference.name();
        if (reference.digest().isPresent()) {
            var digest = reference.digest().get();
            if (!repositories.has(repository, digest)) {
                throw new DeployException(
                        "The repository " + repository + " has no image " + digest + ".",
                        "./beanpole images list " + repository + " shows what it has.");
            }
            return new Found(repository, reference.tag().orElse(""), digest);
        }
        if (reference.tag().isPresent()) {
            var tag = reference.tag().get();
            return repositories
                    .digest(repository, tag)
                    .map(digest -> new Found(repository, tag, digest))
                    .orElseThrow(() -> new DeployException(
                            "The repository " + repository + " has no image that is tagged " + tag + ".",
                            "./beanpole images list " + repository + " shows what it has."));
        }
        return repositories
                .newest(repository)
                .map(digest -> new Found(repository, "", digest))
                .orElseThrow(() -> new DeployException(
                        "The repository " + repository + " has no image yet.",
                        "./beanpole images push puts one there."));
    }

    /**
     * The name of an image that can't mean another one tomorrow.
     *
     * @param reference in this cloud's ECR, or with its digest in any registry
     */
    public String pinned(ImageReference reference) {
        var isOurs = !reference.hasRegistry()
                || reference.registry().equals(repositories.signIn().endpoint().getAuthority());
        if (isOurs) {
            var found = find(reference);
            return found.in(repositories.uri(found.repository())).pinned();
        }
        return reference
                .digest()
                .map(digest -> reference.repository() + "@" + digest)
                .orElseThrow(() -> new DeployException(
                        reference.repository() + " is in another registry, where its tag can mean another image"
                                + " tomorrow.",
                        "Pin it: " + reference.repository() + "@sha256:... says what is meant for good."));
    }

    /** Why a tag can't be given to a digest, as an error: it leads to another one. */
    public void check(String repository, String digest, String tag, boolean mayMove) {
        ImageReference.checkTag(tag);
        var taken = taken(repository, tag).filter(other -> !other.equals(digest));
        if (taken.isPresent() && !mayMove) {
            throw new DeployException(
                    "The tag " + tag + " of " + repository + " leads to " + taken.get() + ", not to " + digest
                            + "; nothing was changed.",
                    "Choose another tag, or say --move-tag: what is pinned by digest isn't touched by that.");
        }
    }

    /** The digest that a tag leads to now. */
    public Optional<String> taken(String repository, String tag) {
        return repositories.digest(repository, tag);
    }

    /**
     * Gives an image of a repository a further tag.
     *
     * @param mayMove whether the tag may be taken from another image
     * @return whether something changed
     */
    public boolean tag(Found image, String tag, boolean mayMove) {
        check(image.repository(), image.digest(), tag, mayMove);
        if (taken(image.repository(), tag).filter(image.digest()::equals).isPresent()) {
            return false;
        }
        var place = new ImagePlace(repositories.signIn(), repositories.uri(image.repository()));
        var repository = new RegistryRepository(place);
        repository.put(repository.manifest(image.digest()), tag);
        return true;
    }

    /**
     * An image that was asked for.
     *
     * @param repository its name, without registry
     * @param tag that it was found by; empty when it was found otherwise
     */
    public record Found(String repository, String tag, String digest) {
        PushedImage in(String uri) {
            return new PushedImage(uri, tag, digest);
        }
    }
}
