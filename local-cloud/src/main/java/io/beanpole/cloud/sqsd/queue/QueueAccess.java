package io.beanpole.cloud.sqsd.queue;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsServiceClientConfiguration;

/** Where queues are and who calls. */
public record QueueAccess(URI endpoint, String region, AwsCredentialsProvider credentials, QueueObserver observer) {
    public QueueAccess {
        if (!"http".equals(endpoint.getScheme())) {
            throw new QueueFailure(
                    "Tried to reach the queues at " + endpoint
                            + ", but the daemon speaks plain http only. Give the address of a queue on this machine.",
                    null,
                    false);
        }
    }

    /** As a client of the SDK has it; those of its interceptors that observe queues observe these calls, too. */
    public static QueueAccess like(SqsClient sqs) {
        SqsServiceClientConfiguration settings = sqs.serviceClientConfiguration();
        URI endpoint = settings.endpointOverride()
                .orElseThrow(() -> new QueueFailure("The client for SQS has no address of its own.", null, false));
        QueueObserver observer = settings.overrideConfiguration().executionInterceptors().stream()
                .filter(QueueObserver.class::isInstance)
                .map(QueueObserver.class::cast)
                .findFirst()
                .orElse(QueueObserver.NOBODY);
        return new QueueAccess(endpoint, settings.region().id(), credentials(settings), observer);
    }

    private static AwsCredentialsProvider credentials(SqsServiceClientConfiguration settings) {
        if (settings.credentialsProvider() instanceof AwsCredentialsProvider provider) {
            return provider;
        }
        throw new QueueFailure("The client for SQS has no access key.", null, false);
    }
}
