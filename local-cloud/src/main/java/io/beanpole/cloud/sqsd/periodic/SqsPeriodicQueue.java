package io.beanpole.cloud.sqsd.periodic;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Enqueues tasks in the daemon's own format [S2][C: seen verbatim in a dead-letter queue]. */
final class SqsPeriodicQueue implements PeriodicQueue {
    static final String BODY = "elasticbeanstalk scheduled job";
    static final String PATH = "beanstalk.sqsd.path";
    static final String TASK_NAME = "beanstalk.sqsd.task_name";
    static final String SCHEDULED_TIME = "beanstalk.sqsd.scheduled_time";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SqsClient sqs;
    private final String queueUrl;

    SqsPeriodicQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(PeriodicTask task, Instant scheduled) {
        try {
            sqs.sendMessage(request -> request.queueUrl(queueUrl)
                    .messageBody(BODY)
                    .messageAttributes(Map.of(
                            PATH, text(task.path()),
                            TASK_NAME, text(task.name()),
                            SCHEDULED_TIME, text(SECOND.format(scheduled)))));
        } catch (SdkException | IllegalStateException e) {
            throw new PeriodicException("Sending the task " + task.name() + " failed: " + e.getMessage(), e);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
