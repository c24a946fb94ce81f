package io.beanpole.web;

import io.beanpole.task.Claim;
import io.beanpole.task.Delivery;
import io.beanpole.task.Lease;
import io.beanpole.task.TaskResult;
import io.beanpole.task.TaskStore;
import io.beanpole.task.message.TaskMessage;
import io.beanpole.task.message.TaskMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Drains one queue as a worker does and counts what it finishes. Now and then it hands a task back, or dies over it: the
 * lease runs out and the message comes again.
 */
final class QueueWorker implements Runnable {
    private final SqsClient sqs;
    private final String queue;
    private final TaskStore tasks;
    private final Map<UUID, Integer> done;
    private final Random random;
    private volatile boolean running = true;

    QueueWorker(SqsClient sqs, String queue, TaskStore tasks, Map<UUID, Integer> done, long seed) {
        this.sqs = sqs;
        this.queue = queue;
        this.tasks = tasks;
        this.done = done;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (running) {
            sqs.receiveMessage(receive -> receive.queueUrl(queue)
                            .maxNumberOfMessages(5)
                            .visibilityTimeout(4)
                            .waitTimeSeconds(1))
                    .messages()
                    .forEach(this::take);
        }
    }

    void stop() {
        running = false;
    }

    private void take(Message message) {
        TaskMessage task = TaskMessages.read(message.body().getBytes(StandardCharsets.UTF_8));
        boolean dies = random.nextInt(50) == 0;
        Claim claim = tasks.claim(
                new Delivery(task.id(), task.lane(), task.generation()),
                queue,
                dies ? Duration.ofMillis(500) : Duration.ofMinutes(1));
        if (claim instanceof Claim.Taken taken) {
            if (dies) {
                return;
            }
            end(message, taken.lease());
        } else if (claim instanceof Claim.Held) {
            comeAgain(message);
        } else {
            delete(message);
        }
    }

    private void end(Message message, Lease lease) {
        if (random.nextInt(10) == 0) {
            tasks.handBack(lease);
            comeAgain(message);
        } else if (tasks.succeed(lease, new TaskResult("results/x", "text/plain", 1, null))) {
            done.merge(lease.taskId(), 1, Integer::sum);
            delete(message);
        }
    }

    private void comeAgain(Message message) {
        sqs.changeMessageVisibility(change ->
                change.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(1));
    }

    private void delete(Message message) {
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
}
