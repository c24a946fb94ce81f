package io.beanpole.web.lane;

import io.beanpole.task.Task;
import io.beanpole.task.message.TaskMessage;
import io.beanpole.task.message.TaskMessages;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** A lane's queue on SQS. */
final class SqsLaneQueue implements LaneQueue {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqsClient sqs;
    private final String url;

    SqsLaneQueue(SqsClient sqs, URI url) {
        this.sqs = sqs;
        this.url = url.toString();
    }

    @Override
    public List<UUID> send(List<Task> tasks) {
        List<SendMessageBatchRequestEntry> entries =
                tasks.stream().map(SqsLaneQueue::entry).toList();
        return sqs
                .sendMessageBatch(batch -> batch.queueUrl(url)
                        .entries(entries)
                        .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)))
                .successful()
                .stream()
                .map(SendMessageBatchResultEntry::id)
                .map(UUID::fromString)
                .toList();
    }

    private static SendMessageBatchRequestEntry entry(Task task) {
        return SendMessageBatchRequestEntry.builder()
                .id(task.id().toString())
                .messageBody(TaskMessages.write(TaskMessage.of(task.id(), task.kind(), task.lane(), task.generation())))
                .build();
    }

    @Override
    public void check() {
        sqs.getQueueAttributes(get -> get.queueUrl(url)
                .attributeNames(QueueAttributeName.QUEUE_ARN)
                .overrideConfiguration(call -> call.apiCallTimeout(Duration.ofSeconds(3))));
    }
}
