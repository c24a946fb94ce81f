package io.beanpole.cloud.beanstalk.deployment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends every wait that looks at it, once and for all: an operation was aborted, or a fleet is closed. */
public final class Halt {
    private final CountDownLatch called = new CountDownLatch(1);

    /** From now on nobody waits any more. */
    public void call() {
        called.countDown();
    }

    public boolean isCalled() {
        return called.getCount() == 0;
    }

    /** Waits so long, or until it is called; true when it was. */
    public boolean within(Duration most) {
        try {
            return called.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
