package io.beanpole.cloud.beanstalk.log;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.Pace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The samples of logs in Elastic Beanstalk's bucket; all that is known of them stands in their keys. They are kept for 15
 * minutes, those of instances that a failed immutable deployment ended for an hour (reference 3.6 and 3.9 [D]).
 */
public final class LogSamples {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration LIFE_OF_LAST = Duration.ofHours(1);

    private final S3Client s3;
    private final String bucket;
    private final Pace pace;
    private final Clock clock;

    /** Left over from the last start there may always be some. */
    private volatile boolean isAnyLeft = true;

    /** @param pace how fast the life of a sample goes by */
    public LogSamples(LogBucket bucket, Pace pace) {
        this.s3 = bucket.s3();
        this.bucket = bucket.name();
        this.pace = pace;
        this.clock = bucket.clock();
    }

    /**
     * Takes all logs of an instance that is about to be ended.
     *
     * @throws CloudException when they could not be brought to the bucket
     */
    public void takeLast(String environment, LoggedInstance instance) {
        take(new LogSample(LogKind.BUNDLE, environment, instance.id(), clock.instant(), true), instance);
    }

    /** Takes a sample of the instance's logs now; gives how many logs it holds. */
    int take(LogKind kind, String environment, LoggedInstance instance) {
        return take(new LogSample(kind, environment, instance.id(), clock.instant(), false), instance);
    }

    private int take(LogSample sample, LoggedInstance instance) {
        LogKind kind = sample.kind();
        List<LogFile> files = kind.files(instance.logs());
        isAnyLeft = true;
        try {
            Path written = Files.createTempFile("beanpole-logs", null);
            try {
                try (OutputStream out = Files.newOutputStream(written)) {
                    kind.write(files, out);
                }
                put(sample, written);
            } finally {
                Files.delete(written);
            }
        } catch (IOException | SdkException e) {
            throw new CloudException(
                    "The logs of " + instance.id() + " could not be brought to the bucket " + bucket + ": "
                            + e.getMessage(),
                    e);
        }
        return files.size();
    }

    /** Those that haven't ended yet, the latest last. */
    List<LogSample> of(LogKind kind, String environment) {
        return samples(LogSample.prefix(kind, environment)).stream()
                .filter(sample -> remaining(sample).isPresent())
                .sorted(Comparator.comparing(LogSample::at))
                .toList();
    }

    /** How long the sample still lives; empty when it has ended. */
    Optional<Duration> remaining(LogSample sample) {
        Instant end = sample.at().plus(pace.of(sample.isLast() ? LIFE_OF_LAST : LIFE));
        Instant now = clock.instant();
        return now.isBefore(end) ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    /** Deletes those that have ended; looks only where there may be some. */
    void sweep() {
        if (!isAnyLeft) {
            return;
        }
        isAnyLeft = false;
        for (LogSample sample : samples(LogSample.ROOT)) {
            if (remaining(sample).isPresent()) {
                isAnyLeft = true;
            } else {
                s3.deleteObject(object -> object.bucket(bucket).key(sample.key()));
            }
        }
    }

    private void put(LogSample sample, Path written) {
        try {
            s3.headBucket(head -> head.bucket(bucket));
        } catch (NoSuchBucketException e) {
            s3.createBucket(create -> create.bucket(bucket));
        }
        s3.putObject(
                object -> object.bucket(bucket)
                        .key(sample.key())
                        .contentType(sample.kind().contentType()),
                RequestBody.fromFile(written));
    }

    private List<LogSample> samples(String prefix) {
        try {
            return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .map(S3Object::key)
                    .map(LogSample::of)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (NoSuchBucketException e) {
            return List.of();
        }
    }
}
