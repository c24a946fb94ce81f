package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.request.Refusals;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an environment's operations one at a time on a thread of its own. Success and failure both end in Ready, as on
 * AWS; events and the instances' deployments tell which it was.
 */
final class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final String READY = "Ready";

    private final String id;
    private final Platform platform;
    private final Ledger ledger;
    private final EventLog eventLog;
    private final Runnable afterEach;
    private final ExecutorService work;
    private int begun;
    private volatile boolean isCut;
    private volatile @Nullable Course running;

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

    /**
     * Shows the status at once and runs the operation.
     *
     * @param underway what it is about, for the next start should this one be cut
     * @throws RuntimeException AWS's refusal when the environment is not Ready: one operation at a time [B]
     */
    void begin(String status, Underway underway, Consumer<Course> operation) {
        begin(status, underway, true, operation);
    }

    /** In spite of what runs, and after it: the launch of a new environment, its return after a restart, its end. */
    void beginAnyway(String status, Underway underway, Consumer<Course> operation) {
        begin(status, underway, false, operation);
    }

    private void begin(String status, Underway underway, boolean mustBeReady, Consumer<Course> operation) {
        EnvironmentRecord before = ledger.environment(id).orElseThrow();
        EnvironmentRecord after = begun(status, underway, mustBeReady);
        Course course = new Course(eventLog.operation(after, underway.requestId()));
        try {
            work.execute(() -> perform(operation, course));
        } catch (RejectedExecutionException e) {
            refused(before);
            throw new CloudException("The environment " + id + " is being stopped.", e);
        }
    }

    /** Where to write what happens now: to the operation that runs, else as an event of its own. */
    EventLog.OperationEvents events() {
        Course present = running;
        return present == null ? eventLog.operation(ledger.environment(id).orElseThrow(), "") : present.events();
    }

    /** Whether what runs can be aborted now. */
    boolean isAbortable() {
        Course present = running;
        return present != null && present.isAbortable();
    }

    /** Ends what runs before its time; false when that can't be done now. */
    synchronized boolean abort() {
        Course present = running;
        if (present == null || !present.abort()) {
            return false;
        }
        present.events().info("abortEnvironmentUpdate is starting.");
        change(known -> known.withStatus("Aborting", platform.clock().instant()));
        return true;
    }

    /** Ends the waits of what runs, because something stronger comes after it. */
    void cut() {
        Course present = running;
        if (present != null) {
            present.cut();
        }
    }

    /** Takes no more; those that were begun come to their end. */
    void finish() {
        work.shutdown();
    }

    /** Cuts what runs, and waits a little for its end. */
    void close() {
        isCut = true;
        cut();
        work.shutdownNow();
        try {
            if (!work.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("An operation on {} did not end in time", id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The local cloud stops: what is cut now must not look as if it had ended. */
    void stopping() {
        isCut = true;
        cut();
    }

    private void perform(Consumer<Course> operation, Course course) {
        running = course;
        try {
            operation.accept(course);
        } catch (RuntimeException e) {
            LOG.warn("An operation on {} failed", id, e);
            course.events().error("Service:AmazonElasticBeanstalk, Message: " + e.getMessage());
        } finally {
            running = null;
            ended();
            afterEach.run();
        }
    }

    private synchronized EnvironmentRecord begun(String status, Underway underway, boolean mustBeReady) {
        EnvironmentRecord known = ledger.environment(id).orElseThrow();
        if (mustBeReady) {
            requireReady(known);
        }
        begun++;
        return change(
                each -> each.withStatus(status, platform.clock().instant()).withUnderway(underway));
    }

    /** Refuses with AWS's sentence where another operation runs. */
    static void requireReady(EnvironmentRecord environment) {
        if (!environment.status().equals(READY)) {
            throw Refusals.invalid("Environment named " + environment.name()
                    + " is in an invalid state for this operation. Must be Ready. It is " + environment.status() + ".");
        }
    }

    private synchronized void refused(EnvironmentRecord before) {
        begun--;
        change(known -> known.withProgress(before.progress()));
    }

    /** The status stays while another operation waits, and for the next start when this one was cut. */
    private synchronized void ended() {
        begun--;
        if (begun == 0 && !isCut) {
            change(known -> known.isTerminated()
                    ? known.withUnderway(Underway.NOTHING)
                    : known.withStatus(READY, platform.clock().instant()).withUnderway(Underway.NOTHING));
        }
    }

    private EnvironmentRecord change(UnaryOperator<EnvironmentRecord> change) {
        return ledger.change(id, change);
    }
}
