package io.beanpole.cloud.sqsd;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What one daemon needs to know: the queue, where to POST, and the options of {@code aws:elasticbeanstalk:sqsd}.
 *
 * @param target scheme, host and port of the application; the path is {@code httpPath}
 * @param errorVisibilityTimeout empty when the option is not set: a failed message then waits out the visibility
 *     timeout, which is what the field shows, and not the documented 2 s [S2][M]
 */
public record SqsdSettings(
        String queueUrl,
        URI target,
        String httpPath,
        String mimeType,
        int httpConnections,
        Duration connectTimeout,
        Duration inactivityTimeout,
        Duration visibilityTimeout,
        Optional<Duration> errorVisibilityTimeout,
        Duration retentionPeriod,
        SqsdBehaviour behaviour) {

    /** The queue's name, the last part of its URL. */
    public String queueName() {
        return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    }

    public SqsdSettings with(SqsdBehaviour next) {
        return new SqsdSettings(
                queueUrl,
                target,
                httpPath,
                mimeType,
                httpConnections,
                connectTimeout,
                inactivityTimeout,
                visibilityTimeout,
                errorVisibilityTimeout,
                retentionPeriod,
                next);
    }
}
