package io.beanpole.deploy.ecr;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What is known of an image that somebody wants to pull: only of those that are named by digest, in our own registry. */
public enum ImageStanding {
    THERE,
    GONE,
    /** It is named by a tag, which may have moved. */
    NAMED_BY_TAG,
    /** It lies in a registry that isn't ours to look into. */
    ELSEWHERE;

    private static final Pattern PINNED = Pattern.compile("(?<repository>[^@]+?)(?::[^:/@]+)?@(?<digest>sha256:\\w+)");

    /**
     * Looks for an image.
     *
     * @param image as it stands in a bundle
     * @param digests those of a repository, by its URI; empty for another registry than ours
     */
    public static ImageStanding of(String image, Function<String, Optional<Set<String>>> digests) {
        var pinned = PINNED.matcher(image);
        if (!pinned.matches()) {
            return NAMED_BY_TAG;
        }
        var digest = pinned.group("digest");
        return digests.apply(pinned.group("repository"))
                .map(known -> known.contains(digest) ? THERE : GONE)
                .orElse(ELSEWHERE);
    }
}
