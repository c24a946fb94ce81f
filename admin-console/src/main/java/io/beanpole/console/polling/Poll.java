package io.beanpole.console.polling;

import io.beanpole.deploy.aws.Trouble;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that is asked again and again while it is started. It is never asked twice at once: who wants an answer
 * now while one is under way gets one more afterwards, however often they ask. Any thread may call.
 */
public final class Poll<T> implements AutoCloseable {
    private final String name;
    private final Duration interval;
    private final Supplier<T> question;
    private final Consumer<T> answer;
    private final PollingScope scope;

    private @Nullable ScheduledFuture<?> next;
    private boolean started;
    private boolean running;
    private boolean again;

    /** Grows with every pause, so that an answer to what was asked before it is dropped. */
    private long epoch;

    Poll(String name, Duration interval, Supplier<T> question, Consumer<T> answer, PollingScope scope) {
        this.name = name;
        this.interval = interval;
        this.question = question;
        this.answer = answer;
        this.scope = scope;
    }

    /** Asks now and from now on; nothing happens if it is started already. */
    public synchronized void start() {
        if (!started) {
            started = true;
            now();
        }
    }

    /** Asks no more until it is started again; an answer under way is dropped, and a problem of it is over. */
    public synchronized void pause() {
        started = false;
        again = false;
        epoch++;
        if (next != null) {
            next.cancel(false);
        }
        scope.forget(name);
    }

    /** Drops an answer or a failure that is under way: the cloud is known to be gone meanwhile. */
    synchronized void forget() {
        epoch++;
        scope.forget(name);
    }

    /** Asks at once, as after a change that was made here; nothing happens while it is paused. */
    public synchronized void now() {
        if (!started) {
            return;
        }
        if (running) {
            again = true;
        } else {
            schedule(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        pause();
        scope.remove(this);
    }

    private void schedule(Duration delay) {
        if (next != null) {
            next.cancel(false);
        }
        try {
            next = scope.pool().schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The scope was closed between two runs: there is nothing left to poll for.
            started = false;
        }
    }

    private void run() {
        long asked;
        synchronized (this) {
            if (!started || running) {
                return;
            }
            if (scope.isHeld()) {
                schedule(interval);
                return;
            }
            running = true;
            asked = epoch;
        }
        try {
            var value = question.get();
            scope.asked(true, Trouble.OTHER);
            scope.onWindow(() -> deliver(asked, value));
        } catch (RuntimeException e) {
            scope.asked(false, PollingScope.troubleOf(e));
            scope.onWindow(() -> failed(asked, e));
        } catch (Error e) {
            scope.onWindow(() -> failed(asked, Background.inWords(e)));
        } finally {
            finished();
        }
    }

    private void deliver(long asked, T value) {
        if (!isCurrent(asked)) {
            return;
        }
        try {
            answer.accept(value);
            scope.succeeded(name);
        } catch (RuntimeException e) {
            scope.failed(name, e);
        }
    }

    private void failed(long asked, RuntimeException thrown) {
        if (isCurrent(asked)) {
            scope.failed(name, thrown);
        }
    }

    private synchronized boolean isCurrent(long asked) {
        return started && epoch == asked;
    }

    private synchronized void finished() {
        running = false;
        if (started) {
            schedule(again ? Duration.ZERO : scope.interval(interval));
            again = false;
        }
    }
}
