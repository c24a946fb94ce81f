package io.beanpole.cloud.ecr;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/** An image that was pushed: its digest, its tags, when, and its manifest. */
record Image(String digest, List<String> tags, Instant pushedAt, Manifest manifest) {
    /** The manifest's text, its media type and its config's, and how many bytes the image has in the registry. */
    record Manifest(String text, String mediaType, String artifactMediaType, long size) {}

    boolean is(ImageIdentifier wanted) {
        return (wanted.imageDigest() == null || wanted.imageDigest().equals(digest))
                && (wanted.imageTag() == null || tags.contains(wanted.imageTag()));
    }

    ImageIdentifier identifier(@Nullable String tag) {
        return ImageIdentifier.builder().imageDigest(digest).imageTag(tag).build();
    }
}
