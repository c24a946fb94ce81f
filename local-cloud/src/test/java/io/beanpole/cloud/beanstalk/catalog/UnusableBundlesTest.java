package io.beanpole.cloud.beanstalk.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;

/** Versions whose bundle cannot be got at. */
class UnusableBundlesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path directory;

    private final List<String> events = new CopyOnWriteArrayList<>();

    /** Object storage that does nothing that it is asked for. */
    private static final class BrokenStorage implements S3Client, Surroundings {
        @Override
        public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
            throw SdkClientException.create("broken");
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public S3Client s3() {
            return this;
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public String bucket() {
            return "bucket";
        }

        @Override
        public String arn(String resource) {
            return "arn:" + resource;
        }

        @Override
        public String requestId() {
            return "request";
        }
    }

    /** No environments. */
    private static final class Nothing implements CatalogEnvironments {
        @Override
        public List<CatalogEnvironment> all() {
            return List.of();
        }

        @Override
        public void terminate(String id, String requestId) {}

        @Override
        public void updatePlatform(String id, PlatformName platform, String requestId) {}

        @Override
        public ActionOutcome outcome(String requestId) {
            throw new IllegalStateException("There are no operations.");
        }
    }

    private CatalogParts parts() {
        return new CatalogParts(
                new Catalog(directory),
                new BrokenStorage(),
                (severity, subject, message, requestId) -> events.add(severity + " " + message),
                new Nothing());
    }

    private static VersionRecord version(String label, String status, Instant created) {
        return new VersionRecord("app", label, "", "bucket", label + ".zip", status, created, created);
    }

    @Test
    void aVersionWhoseBundleCannotBeLookedThroughFails() {
        CatalogParts parts = parts();
        try (VersionProcessing processing = new VersionProcessing(parts)) {
            VersionRecord version = version("v1", VersionProcessing.PROCESSING, NOW);
            parts.catalog().put(version);

            processing.begin(version, "request");

            await().until(() ->
                    parts.catalog().version("app", "v1").orElseThrow().is("Failed"));
            await().untilAsserted(() -> assertThat(events)
                    .singleElement()
                    .asString()
                    .startsWith("ERROR Failed to process application version v1: the source bundle cannot be looked"
                            + " through: "));
        }
    }
}
