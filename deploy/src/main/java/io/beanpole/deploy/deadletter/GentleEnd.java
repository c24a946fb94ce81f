package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that is asked to end when the thread that waits for it is interrupted, rather than cut off in the middle of a
 * request: letters that are held have to be given back, or stay hidden from everybody for minutes.
 */
final class GentleEnd {
    private static final int SECONDS = 60;

    private GentleEnd() {}

    /** Does the work on a thread of its own and waits for it. */
    static <T> T of(LetterRun run, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        var thread = new Thread(task, "dead-letters");
        thread.setDaemon(true);
        thread.start();
        try {
            return result(task);
        } catch (InterruptedException e) {
            run.end();
            return late(task);
        }
    }

    private static <T> T late(FutureTask<T> task) {
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw thrown(e);
        } catch (InterruptedException | TimeoutException e) {
            task.cancel(true);
            throw new DeployException(
                    "The run over dead letters did not end in time; what it held comes back by itself within "
                            + LetterHold.TIME.toMinutes() + " minutes.",
                    e);
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(FutureTask<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        var cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
