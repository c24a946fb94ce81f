package io.beanpole.worker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that can be set from outside, checked at start.
 *
 * @param name what people call this instance
 * @param lane whose queue it drains, for people
 * @param bucket S3 bucket of uploads and results
 * @param endpoint one endpoint for all of AWS instead of its own ones; null for AWS itself
 * @param topicArn SNS topic for notices; null for none
 * @param maxReceives how often SQS delivers a message before it goes to the dead-letter queue
 * @param lease how long a silent worker keeps a task
 * @param renewal how often a worker renews its lease, stores progress and looks for a cancellation
 * @param shutdownGrace how long running work may go on after SIGTERM
 * @param stoppingHold how long a delivery waits at an instance that is going away before it is sent back
 * @param workDirectory where the private directories of the runs are
 * @param ffmpeg name on the PATH, or path
 * @param ffprobe name on the PATH, or path
 */
@ConfigurationProperties("worker")
public record WorkerProperties(
        @DefaultValue("worker") String name,
        @DefaultValue("unknown") String lane,
        @DefaultValue("") String bucket,
        @Nullable URI endpoint,
        @Nullable String topicArn,
        @DefaultValue("10") int maxReceives,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration renewal,
        @DefaultValue("10s") Duration shutdownGrace,
        @DefaultValue("30s") Duration stoppingHold,
        Path workDirectory,
        @DefaultValue("ffmpeg") String ffmpeg,
        @DefaultValue("ffprobe") String ffprobe,
        @DefaultValue Limits limits,
        @DefaultValue Protection protection,
        @DefaultValue Database database) {

    public WorkerProperties {
        require(!bucket.isBlank(), "CLIP_BUCKET", "the S3 bucket that holds uploads and results");
        require(maxReceives >= 1, "WORKER_MAX_RECEIVES", "a number of 1 or more, the same as sqsd's MaxRetries");
        require(isLong(renewal), "WORKER_RENEWAL", "a duration such as 1s");
        require(
                lease.compareTo(renewal.multipliedBy(3)) >= 0,
                "WORKER_LEASE",
                "a duration of at least three times WORKER_RENEWAL, such as 30s");
        require(!shutdownGrace.isNegative(), "WORKER_SHUTDOWN_GRACE", "a duration such as 10s");
        require(!stoppingHold.isNegative(), "WORKER_STOPPING_HOLD", "a duration such as 30s");
        require(!ffmpeg.isBlank(), "WORKER_FFMPEG", "the name or path of ffmpeg");
        require(!ffprobe.isBlank(), "WORKER_FFPROBE", "the name or path of ffprobe");
        endpoint = endpoint == null || endpoint.toString().isBlank() ? null : endpoint;
        topicArn = topicArn == null || topicArn.isBlank() ? null : topicArn;
        require(topicArn == null || topicArn.startsWith("arn:"), "WORKER_TOPIC_ARN", "the ARN of an SNS topic");
    }

    /**
     * What one run may use.
     *
     * @param inputBytes size of the clip
     * @param outputBytes size of the result
     * @param memoryBytes address space of FFmpeg
     * @param time wall time of one FFmpeg command; its CPU time is bounded by the same on every core
     * @param framePixels width times height
     * @param frameSide width or height
     * @param nice how far FFmpeg steps back for others on the same cores, 0 to 19
     */
    public record Limits(
            @DefaultValue("4294967296") long inputBytes,
            @DefaultValue("4294967296") long outputBytes,
            @DefaultValue("4000000000") long memoryBytes,
            @DefaultValue("30m") Duration time,
            @DefaultValue("35389440") long framePixels,
            @DefaultValue("8192") int frameSide,
            @DefaultValue("5") int nice) {
        public Limits {
            require(inputBytes > 0, "WORKER_LIMITS_INPUT_BYTES", "a number of bytes above 0");
            require(outputBytes > 0, "WORKER_LIMITS_OUTPUT_BYTES", "a number of bytes above 0");
            require(memoryBytes > 0, "WORKER_LIMITS_MEMORY_BYTES", "a number of bytes above 0");
            require(isLong(time), "WORKER_LIMITS_TIME", "a duration such as 30m");
            require(framePixels > 0, "WORKER_LIMITS_FRAME_PIXELS", "a number of pixels above 0");
            require(frameSide > 0, "WORKER_LIMITS_FRAME_SIDE", "a number of pixels above 0");
            require(nice >= 0 && nice <= 19, "WORKER_LIMITS_NICE", "a number from 0 to 19");
        }
    }

    /**
     * Scale-in protection of this instance while it works.
     *
     * @param enabled whether this instance is in an Auto Scaling group and may call SetInstanceProtection
     * @param linger how long it stays protected after its last task
     * @param quiet how long a protected instance may be silent or idle until the sweep lets go of it
     * @param spotInterval how often it looks whether EC2 takes it away; five seconds is what AWS recommends
     * @param metric whether it publishes {@code ProtectedInstances} to CloudWatch while it is protected
     */
    public record Protection(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("20s") Duration linger,
            @DefaultValue("3m") Duration quiet,
            @DefaultValue("5s") Duration spotInterval,
            @DefaultValue("false") boolean metric) {
        public Protection {
            require(
                    quiet.compareTo(linger.plusMinutes(1)) >= 0,
                    "WORKER_PROTECTION_QUIET",
                    "a duration of at least WORKER_PROTECTION_LINGER and a minute, such as 3m");
            require(isLong(spotInterval), "WORKER_PROTECTION_SPOT_INTERVAL", "a duration such as 5s");
            require(!linger.isNegative(), "WORKER_PROTECTION_LINGER", "a duration such as 20s");
        }
    }

    /** The PostgreSQL database that both tiers share. */
    public record Database(
            @DefaultValue("") String hostname,
            @DefaultValue("5432") int port,
            @DefaultValue("") String name,
            @DefaultValue("") String username,
            @DefaultValue("") String password) {
        public Database {
            require(!hostname.isBlank(), "RDS_HOSTNAME", "the host name of the database");
            require(port > 0 && port < 65536, "RDS_PORT", "the port of the database");
            require(!name.isBlank(), "RDS_DB_NAME", "the name of the database");
            require(!username.isBlank(), "RDS_USERNAME", "the user of the database");
        }

        public String url() {
            return "jdbc:postgresql://" + hostname + ":" + port + "/" + name;
        }

        @Override
        public String toString() {
            return url() + " as " + username;
        }
    }

    private static boolean isLong(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static void require(boolean holds, String key, String meaning) {
        if (!holds) {
            throw new WorkerException("The worker can't start: set " + key + " to " + meaning + ".");
        }
    }
}
