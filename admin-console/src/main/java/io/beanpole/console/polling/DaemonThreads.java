package io.beanpole.console.polling;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that don't keep the console alive when its window is closed. */
final class DaemonThreads implements ThreadFactory {
    private final String prefix;
    private final AtomicInteger made = new AtomicInteger();

    DaemonThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work, prefix + "-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
