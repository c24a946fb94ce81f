package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.ecr.RepositoryImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An image of ECR.
 *
 * @param repository its name in the registry
 * @param digest sha256:..., what bundles pin it by
 * @param tags that lead to it now
 * @param sizeBytes compressed, of all its layers
 * @param pushedAt when it came to the registry
 * @param deployedIn environments whose deployed version names its digest
 */
record ListedImage(
        String repository,
        String digest,
        List<String> tags,
        long sizeBytes,
        Instant pushedAt,
        List<String> deployedIn) {
    private static final int SHORT_DIGEST = "sha256:".length() + 12;
    private static final double MEGABYTE = 1_000_000.0;

    static ListedImage of(RepositoryImage image, List<String> deployedIn) {
        return new ListedImage(
                image.repository(), image.digest(), image.tags(), image.size(), image.pushedAt(), deployedIn);
    }

    String[] cells(Instant now) {
        return new String[] {
            repository,
            tags.isEmpty() ? "-" : String.join(", ", tags),
            digest.substring(0, Math.min(SHORT_DIGEST, digest.length())),
            "%.1f".formatted(sizeBytes / MEGABYTE),
            Times.words(Duration.between(pushedAt, now)),
            deployedIn.isEmpty() ? "-" : String.join(", ", deployedIn)
        };
    }
}
