package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an image as people write it: {@code repository}, {@code repository:tag} or {@code repository@sha256:...},
 * with the registry in front or without.
 *
 * @param repository with its registry where one was written
 */
public record ImageReference(String repository, Optional<String> tag, Optional<String> digest) {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<repository>[^@:\\s]+(?::\\d+/[^@:\\s]+)?)(?::(?<tag>[^@:\\s]+))?(?:@(?<digest>\\S+))?");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    /** Reads a reference, or says what is wrong with it. */
    public static ImageReference of(String text) {
        var match = REFERENCE.matcher(text);
        if (!match.matches()) {
            throw new DeployException(
                    "'" + text + "' names no image.", "Write repository:tag, or repository@sha256:... with 64 digits.");
        }
        var digest = Optional.ofNullable(match.group("digest"));
        if (digest.isPresent() && !DIGEST.matcher(digest.get()).matches()) {
            throw new DeployException(
                    "'" + digest.get() + "' is no digest.", "Write sha256: and all of its 64 hexadecimal digits.");
        }
        var tag = Optional.ofNullable(match.group("tag"));
        tag.ifPresent(ImageReference::checkTag);
        return new ImageReference(match.group("repository"), tag, digest);
    }

    /** Returns a tag that registries take, or says that it is none. */
    public static String checkTag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw new DeployException(
                    "'" + tag + "' can't be a tag.",
                    "A tag has up to 128 letters, digits, underscores, points and hyphens, and doesn't begin with the"
                            + " last two.");
        }
        return tag;
    }

    /** Whether it names its registry, as {@code host.name/repository} or {@code host:port/repository}. */
    public boolean hasRegistry() {
        var slash = repository.indexOf('/');
        var first = slash < 0 ? "" : repository.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    /** The repository's name within its registry. */
    public String name() {
        return hasRegistry() ? repository.substring(repository.indexOf('/') + 1) : repository;
    }

    /** The registry's host and port; empty where none was written. */
    public String registry() {
        return hasRegistry() ? repository.substring(0, repository.indexOf('/')) : "";
    }
}
