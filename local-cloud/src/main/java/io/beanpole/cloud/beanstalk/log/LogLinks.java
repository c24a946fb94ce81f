package io.beanpole.cloud.beanstalk.log;

import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigns links to samples of logs, which anyone may open until they end. */
final class LogLinks implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final String bucket;
    private final S3Presigner presigner;

    LogLinks(LogBucket bucket) {
        this.bucket = bucket.name();
        this.presigner = S3Presigner.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .credentialsProvider(bucket.credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    /** @param life how long the link opens; signatures count in whole seconds */
    String to(LogSample sample, Duration life) {
        return presigner
                .presignGetObject(sign -> sign.signatureDuration(life.compareTo(SHORTEST) < 0 ? SHORTEST : life)
                        .getObjectRequest(object -> object.bucket(bucket).key(sample.key())))
                .url()
                .toString();
    }

    @Override
    public void close() {
        presigner.close();
    }
}
