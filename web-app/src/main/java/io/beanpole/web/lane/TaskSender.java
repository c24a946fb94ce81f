package io.beanpole.web.lane;

import io.beanpole.task.Task;
import io.beanpole.task.TaskStore;
import io.beanpole.web.WebProperties;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends tasks to the queues of their lanes: right after they were stored, and again in a sweep what a crash or an
 * outage left unsent. A message sent twice does no harm: the worker that comes second finds the task taken.
 */
@Component
public class TaskSender {
    private static final Logger LOG = LoggerFactory.getLogger(TaskSender.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);
    private static final int MOST_IN_A_SWEEP = 1_000;

    private final Map<String, LaneSender> senders = new HashMap<>();
    private final TaskStore tasks;
    private final TransactionTemplate transactions;
    private final int maxAttempts;

    TaskSender(
            TaskStore tasks, Lanes lanes, SqsClient sqs, TransactionTemplate transactions, WebProperties properties) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.maxAttempts = properties.maxAttempts();
        lanes.queues()
                .forEach((lane, url) -> senders.put(lane, new LaneSender(lane, tasks, new SqsLaneQueue(sqs, url))));
    }

    @PostConstruct
    void start() {
        senders.values().forEach(LaneSender::start);
    }

    /** Has a stored task sent soon; never waits for SQS. */
    public void send(Task task) {
        LaneSender sender = senders.get(task.lane());
        if (sender == null || !sender.offer(task)) {
            LOG.warn("Task {} is left to the sweep", task.id());
        }
    }

    /** Sends what was left behind and ends leases that ran out; of several web instances one does it at a time. */
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = java.util.concurrent.TimeUnit.SECONDS)
    void sweep() {
        transactions.executeWithoutResult(transaction -> {
            if (tasks.takeSweepTurn()) {
                int ended = tasks.sweepExpiredLeases(maxAttempts);
                int sent = sendLeftBehind();
                if (ended + sent > 0) {
                    LOG.info("Swept: {} leases ended, {} tasks sent", ended, sent);
                }
            }
        });
    }

    private int sendLeftBehind() {
        Map<String, List<Task>> batches = new HashMap<>();
        int sent = 0;
        for (Task task : tasks.unsent(LEFT_BEHIND, MOST_IN_A_SWEEP)) {
            List<Task> batch = batches.computeIfAbsent(task.lane(), lane -> new ArrayList<>());
            batch.add(task);
            if (batch.size() == LaneQueue.MOST) {
                sent += sendNow(task.lane(), batch);
            }
        }
        for (Map.Entry<String, List<Task>> rest : batches.entrySet()) {
            sent += sendNow(rest.getKey(), rest.getValue());
        }
        return sent;
    }

    private int sendNow(String lane, List<Task> batch) {
        LaneSender sender = senders.get(lane);
        int size = batch.size();
        if (sender == null || size == 0) {
            return 0;
        }
        sender.send(List.copyOf(batch));
        batch.clear();
        return size;
    }

    /** Fails when a lane's queue can't be reached. */
    public void check() {
        senders.values().forEach(LaneSender::check);
    }

    @PreDestroy
    void close() {
        senders.values().forEach(LaneSender::close);
    }
}
