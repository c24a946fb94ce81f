package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an environment's operations one at a time on a thread of its own. Success and failure both end in Ready, as on
 * AWS; events and the instances' deployments tell which it was.
 */
final class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final String id;
    private final Platform platform;
    private final Ledger ledger;
    private final EventLog eventLog;
    private final Runnable afterEach;
    private final ExecutorService work;
    private int begun;
    private volatile boolean isCut;
    private volatile EventLog.@Nullable OperationEvents running;

    Operations(String id, Platform platform, Ledger ledger, EventLog eventLog, Runnable afterEach) {
        this.id = id;
        this.platform = platform;
        this.ledger = ledger;
        this.eventLog = eventLog;
        this.afterEach = afterEach;
        this.work = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "environment-" + id);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What an operation does between its first and its last change of status. */
    interface Operation {
        void run(EventLog.OperationEvents events);
    }

    /** Shows the status at once and runs the operation when those before it are over. */
    void begin(String status, String requestId, Operation operation) {
        EnvironmentRecord before = ledger.environment(id).orElseThrow();
        EventLog.OperationEvents events = eventLog.operation(begun(status), requestId);
        try {
            work.execute(() -> perform(operation, events));
        } catch (RejectedExecutionException e) {
            refused(before.status());
            throw new CloudException("The environment " + id + " is being stopped.", e);
        }
    }

    /** Where to write what happens now: to the operation that runs, else as an event of its own. */
    EventLog.OperationEvents events() {
        EventLog.OperationEvents present = running;
        return present == null ? eventLog.operation(ledger.environment(id).orElseThrow(), "") : present;
    }

    /** Takes no more; those that were begun come to their end. */
    void finish() {
        work.shutdown();
    }

    /** Cuts what runs, and waits a little for its end. */
    void close() {
        isCut = true;
        work.shutdownNow();
        try {
            if (!work.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("An operation on {} did not end in time", id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Operation operation, EventLog.OperationEvents events) {
        running = events;
        try {
            operation.run(events);
        } catch (RuntimeException e) {
            LOG.warn("An operation on {} failed", id, e);
            events.error("Service:AmazonElasticBeanstalk, Message: " + e.getMessage());
        } finally {
            running = null;
            ended();
            afterEach.run();
        }
    }

    private synchronized EnvironmentRecord begun(String status) {
        begun++;
        return ledger.change(
                id, known -> known.withStatus(status, platform.clock().instant()));
    }

    private synchronized void refused(String before) {
        begun--;
        ledger.change(id, known -> known.withStatus(before, platform.clock().instant()));
    }

    /** The status stays while another operation waits, and for the next start when this one was cut. */
    private synchronized void ended() {
        begun--;
        if (begun == 0 && !isCut) {
            ledger.change(
                    id,
                    known -> known.isTerminated()
                            ? known
                            : known.withStatus("Ready", platform.clock().instant()));
        }
    }
}
