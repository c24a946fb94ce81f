package io.beanpole.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A few threads that do the same with many things at once: one slow answer doesn't hold up the others. */
public final class SideBySide implements AutoCloseable {
    private final ExecutorService threads;

    /**
     * Threads that start when they are needed.
     *
     * @param name what they do, for a thread dump
     * @param most how many things are worked on at once
     */
    public SideBySide(String name, int most) {
        threads = Executors.newFixedThreadPool(most, work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The outcome for each thing, in the order of the things; the first failure among them is thrown. */
    public <S, T> List<T> map(Collection<S> things, Function<S, T> work) {
        var tasks = new ArrayList<Callable<T>>();
        things.forEach(thing -> tasks.add(() -> work.apply(thing)));
        try {
            var outcomes = new ArrayList<T>();
            for (var outcome : threads.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Work that declares no exception failed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("Waiting for several answers was interrupted.", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
