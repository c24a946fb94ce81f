package io.beanpole.cloud.balancer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends answers of which nothing more comes: what the idle timeout of a load balancer does. */
final class IdleWatch implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "balancer-idle");
        thread.setDaemon(true);
        return thread;
    });

    IdleWatch() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** The same bytes; a read that waits longer than this fails. */
    InputStream over(InputStream body, Duration idle) {
        return new Watched(body, idle);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static void end(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    /** A body whose reads are timed. */
    private final class Watched extends FilterInputStream {
        private final Duration idle;
        private volatile boolean isOver;

        Watched(InputStream body, Duration idle) {
            super(body);
            this.idle = idle;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            ScheduledFuture<?> end = timer.schedule(this::giveUp, idle.toMillis(), TimeUnit.MILLISECONDS);
            try {
                int read = in.read(buffer, offset, length);
                if (isOver) {
                    throw new IOException("Nothing came for " + idle.toMillis() + " ms");
                }
                return read;
            } finally {
                end.cancel(false);
            }
        }

        private void giveUp() {
            isOver = true;
            end(in);
        }
    }
}
