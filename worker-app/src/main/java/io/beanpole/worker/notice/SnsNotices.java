package io.beanpole.worker.notice;

import io.beanpole.task.Task;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** Publishes to the SNS topic, if there is one. */
@Component
class SnsNotices implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(SnsNotices.class);

    private final @Nullable String topicArn;
    private final ObjectProvider<SnsClient> sns;
    private final JsonMapper json;

    SnsNotices(WorkerProperties properties, ObjectProvider<SnsClient> sns, JsonMapper json) {
        this.topicArn = properties.topicArn();
        this.sns = sns;
        this.json = json;
        if (topicArn == null) {
            LOG.info("WORKER_TOPIC_ARN is not set: nobody is notified of tasks that end.");
        }
    }

    @Override
    public void publish(Task task) {
        if (topicArn == null) {
            return;
        }
        Map<String, MessageAttributeValue> attributes =
                Map.of("kind", text(task.kind()), "state", text(task.state().name()));
        try {
            sns.getObject()
                    .publish(request -> request.topicArn(topicArn)
                            .message(json.writeValueAsString(Notice.of(task)))
                            .messageAttributes(attributes));
        } catch (SdkException e) {
            throw new WorkerException(
                    "Tried to publish the end of task " + task.id() + " to " + topicArn + ", but SNS said: "
                            + e.getMessage(),
                    e);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
