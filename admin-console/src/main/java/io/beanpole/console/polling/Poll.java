package io.beanpole.console.polling;

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
    private final PollingService service;

    private @Nullable ScheduledFuture<?> next;
    private boolean started;
    private boolean running;
    private boolean again;

    /** Grows with every pause, so that an answer to what was asked before it is dropped. */
    private long epoch;

    Poll(String name, Duration interval, Supplier<T> question, Consumer<T> answer, PollingService service) {
        this.name = name;
        this.interval = interval;
        this.question = question;
        this.answer = answer;
        this.service = service;
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
        service.forget(name);
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
        service.remove(this);
    }

    private void schedule(Duration delay) {
        if (next != null) {
            next.cancel(false);
        }
        try {
            next = service.pool().schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The service was closed between two runs: there is nothing left to poll for.
            started = false;
        }
    }

    private void run() {
        long asked;
        synchronized (this) {
            if (!started || running) {
                return;
            }
            running = true;
            asked = epoch;
        }
        try {
            var value = question.get();
            service.onWindow(() -> deliver(asked, value));
        } catch (RuntimeException e) {
            service.onWindow(() -> failed(asked, e));
        } catch (LinkageError e) {
            service.onWindow(() -> failed(asked, Background.incomplete(e)));
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
            service.succeeded(name);
        } catch (RuntimeException e) {
            service.failed(name, e);
        }
    }

    private void failed(long asked, RuntimeException thrown) {
        if (isCurrent(asked)) {
            service.failed(name, thrown);
        }
    }

    private synchronized boolean isCurrent(long asked) {
        return started && epoch == asked;
    }

    private synchronized void finished() {
        running = false;
        if (started) {
            schedule(again ? Duration.ZERO : interval);
            again = false;
        }
    }
}
