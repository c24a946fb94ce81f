package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.instance.ContainerDefinition;
import io.beanpole.cloud.instance.ContainerSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a version's source bundle says.
 *
 * @param files the paths of its files; empty for a Dockerrun file that is a bundle by itself
 * @param texts the small files at its root that concern others, by name: {@code cron.yaml}, {@code env.yaml}
 */
public record SourceBundle(
        BundleLocation location,
        ContainerSource source,
        Extensions extensions,
        List<String> files,
        Map<String, String> texts,
        BundleFindings findings) {

    /**
     * Downloads and reads it.
     *
     * @throws CloudException with AWS's sentence when it can't be downloaded, is no ZIP file or says of no image that it is
     *     to be run
     */
    public static SourceBundle of(BundleLocation location, S3Client s3) {
        try (DownloadedBundle downloaded = DownloadedBundle.of(location, s3)) {
            return new BundleReader(location, downloaded.file()).read();
        }
    }

    /** The containers that its instances run. */
    public List<ContainerDefinition> containers(Map<String, String> properties) {
        return source.containers(properties);
    }

    /** The variables that every container gets: with compose, the environment properties aren't among them. */
    public Map<String, String> injected(Map<String, String> properties) {
        return source.givesPropertiesToAll() ? properties : Map.of();
    }

    /** One of its small files at the root, as {@code cron.yaml}. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** Whether something is to be done on an instance beside running its containers. */
    boolean hasSteps() {
        return !extensions.steps().isEmpty()
                || List.of(HookPhase.values()).stream()
                        .anyMatch(phase -> !phase.scripts(files).isEmpty());
    }

    /** Unpacks all of it, as every instance does. */
    void unpack(Path target, S3Client s3) {
        try (DownloadedBundle downloaded = DownloadedBundle.of(location, s3);
                BundleArchive archive = BundleArchive.of(location.label(), downloaded.file())) {
            archive.unpack(target);
        }
    }
}
