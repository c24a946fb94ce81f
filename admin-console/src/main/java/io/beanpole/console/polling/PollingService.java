package io.beanpole.console.polling;

import io.beanpole.console.notice.Notices;
import io.beanpole.deploy.DeployException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Asks the cloud what the screens show: a few daemon threads for all of them, answers on the window's thread. A question
 * that fails is a problem in the banner under its name, and is over as soon as it is answered again.
 */
public final class PollingService implements Polling, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PollingService.class.getName());
    private static final int THREADS = 4;

    private final Executor window;
    private final Notices notices;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor pool =
            new ScheduledThreadPoolExecutor(THREADS, new DaemonThreads("poll"));
    private final Set<Poll<?>> polls = ConcurrentHashMap.newKeySet();
    private final ReadOnlyObjectWrapper<Instant> lastAnswer =
            new ReadOnlyObjectWrapper<>(this, "lastAnswer", Instant.EPOCH);

    /** @param window runs what it is given on the window's thread */
    public PollingService(Executor window, Notices notices, Clock clock) {
        this.window = window;
        this.notices = notices;
        this.clock = clock;
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** For the questions to one connection. */
    public PollingScope scope() {
        return new PollingScope(this);
    }

    @Override
    public <T> Poll<T> poll(String name, Duration interval, Supplier<T> question, Consumer<T> answer) {
        var poll = new Poll<>(name, interval, question, answer, this);
        polls.add(poll);
        return poll;
    }

    @Override
    public void refresh() {
        polls.forEach(Poll::now);
    }

    /** When a question was last answered; {@link Instant#EPOCH} before the first. */
    public ReadOnlyObjectProperty<Instant> lastAnswerProperty() {
        return lastAnswer.getReadOnlyProperty();
    }

    /** Ends all polls; what is under way is interrupted and its answer dropped. */
    @Override
    public void close() {
        polls.forEach(Poll::close);
        pool.shutdownNow();
    }

    ScheduledExecutorService pool() {
        return pool;
    }

    void onWindow(Runnable delivery) {
        window.execute(delivery);
    }

    void succeeded(String name) {
        lastAnswer.set(clock.instant());
        notices.recovered(name);
    }

    void failed(String name, RuntimeException thrown) {
        if (!(thrown instanceof DeployException)) {
            LOG.log(Level.WARNING, name + " failed", thrown);
        }
        notices.problem(name, thrown);
    }

    void forget(String name) {
        notices.recovered(name);
    }

    void remove(Poll<?> poll) {
        polls.remove(poll);
    }
}
