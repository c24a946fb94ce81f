package io.beanpole.console.polling;

import io.beanpole.console.notice.Notices;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.CallException;
import io.beanpole.deploy.aws.Trouble;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The questions to one connection; they end with it, whoever asked them. While AWS throttles or isn't reached they are
 * asked less often, all of them.
 */
public final class PollingScope implements Polling, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PollingScope.class.getName());

    /** A cloud that doesn't answer keeps its own threads waiting and nobody else's. */
    private static final int THREADS = 4;

    private final PollingService service;
    private final ScheduledThreadPoolExecutor pool =
            new ScheduledThreadPoolExecutor(THREADS, new DaemonThreads("poll"));
    private final Notices notices;
    private volatile boolean closed;
    private volatile boolean held;
    private final Tempo tempo = new Tempo();
    private final Set<Poll<?>> polls = ConcurrentHashMap.newKeySet();
    private final ReadOnlyObjectWrapper<Instant> lastAnswer =
            new ReadOnlyObjectWrapper<>(this, "lastAnswer", Instant.EPOCH);
    private final ReadOnlyObjectWrapper<Trouble> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", Trouble.OTHER);
    private final ReadOnlyIntegerWrapper slowdown = new ReadOnlyIntegerWrapper(this, "slowdown", 1);

    PollingScope(PollingService service, Notices notices) {
        this.service = service;
        this.notices = notices;
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public <T> Poll<T> poll(String name, Duration interval, Supplier<T> question, Consumer<T> answer) {
        var poll = new Poll<>(name, interval, question, answer, this);
        polls.add(poll);
        return poll;
    }

    /** A person who asks for it doesn't wait for the slower tempo. */
    @Override
    public void refresh() {
        tempo.reset();
        polls.forEach(Poll::now);
    }

    /** When a question was last answered; {@link Instant#EPOCH} before the first. */
    public ReadOnlyObjectProperty<Instant> lastAnswerProperty() {
        return lastAnswer.getReadOnlyProperty();
    }

    /** The trouble of the last question; {@link Trouble#OTHER} when it was answered, or failed for a reason of its own. */
    public ReadOnlyObjectProperty<Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How many times slower than usual this connection is asked; 1 is as usual. */
    public ReadOnlyIntegerProperty slowdownProperty() {
        return slowdown.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        polls.forEach(Poll::close);
        polls.clear();
        pool.shutdownNow();
    }

    /** Asks nothing while the cloud is known to be away, and everything that is started as soon as it is back. */
    public void hold(boolean isAway) {
        held = isAway;
        if (isAway) {
            polls.forEach(Poll::forget);
        } else {
            tempo.reset();
            polls.forEach(Poll::now);
        }
    }

    boolean isHeld() {
        return held;
    }

    boolean isClosed() {
        return closed;
    }

    ScheduledExecutorService pool() {
        return pool;
    }

    Duration interval(Duration usual) {
        return tempo.of(usual);
    }

    void onWindow(Runnable delivery) {
        service.onWindow(delivery);
    }

    /** Called by the poll's thread before the next question is planned. */
    void asked(boolean isAnswered, Trouble met) {
        if (isAnswered) {
            tempo.answered();
        } else if (met == Trouble.THROTTLED || met == Trouble.UNREACHED || met == Trouble.SIGNED_OUT) {
            tempo.slower();
        }
    }

    void succeeded(String name) {
        lastAnswer.set(service.now());
        trouble.set(Trouble.OTHER);
        slowdown.set(tempo.factor());
        notices.recovered(name);
    }

    void failed(String name, RuntimeException thrown) {
        if (!(thrown instanceof DeployException)) {
            LOG.log(Level.WARNING, name + " failed", thrown);
        }
        trouble.set(troubleOf(thrown));
        slowdown.set(tempo.factor());
        notices.problem(name, thrown);
    }

    static Trouble troubleOf(RuntimeException thrown) {
        return CallException.behind(thrown).map(CallException::trouble).orElse(Trouble.OTHER);
    }

    void forget(String name) {
        notices.recovered(name);
    }

    void remove(Poll<?> poll) {
        polls.remove(poll);
    }
}
