package io.beanpole.console;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Stands for the window's thread where there is no toolkit: whoever is inside, nobody else is. */
public final class LockedWindow implements Executor {
    @Override
    public synchronized void execute(Runnable command) {
        command.run();
    }

    /** Reads something of the window. */
    public synchronized <T> T get(Supplier<T> part) {
        return part.get();
    }
}
