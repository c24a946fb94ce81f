package io.beanpole.endtoend;

import java.util.concurrent.locks.LockSupport;

/** The breath between two looks at something that another process does. */
public final class Pause {
    private Pause() {}

    public static void ofMillis(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
