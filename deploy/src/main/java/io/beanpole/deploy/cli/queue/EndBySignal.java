package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.Progress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, Ctrl-C asks the work to end and the process waits, for a while, until it has. */
final class EndBySignal implements AutoCloseable {
    private static final int SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean isEnding;

    /**
     * Listens from now on.
     *
     * @param end asks the work to end; called by another thread
     */
    EndBySignal(Runnable end, Progress progress) {
        hook = new Thread(
                () -> {
                    isEnding = true;
                    end.run();
                    await(progress);
                },
                "end-by-signal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process is being ended. */
    boolean isEnding() {
        return isEnding;
    }

    private void await(Progress progress) {
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                progress.say("Not all was given back in time; it comes back by itself.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException processEnds) {
            // The hook runs already, and was told that the work is done.
        }
    }
}
