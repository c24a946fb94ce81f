package io.beanpole.cloud.sqsd;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Places for messages in the daemon: its connections and the backlog before them. A receive takes its places first. */
final class Room {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int connections;
    private int places;
    private int least = 1;
    private int held;

    Room(int connections) {
        this.connections = connections;
        this.places = connections;
    }

    void resize(PollMode mode) {
        lock.lock();
        try {
            places = connections + mode.backlog();
            least = mode.leastRoom();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a receive is worth it; takes 1 to {@code most} places, or 0 when there were none for so long. */
    int take(int most, Duration wait) throws InterruptedException {
        long left = wait.toNanos();
        lock.lockInterruptibly();
        try {
            while (places - held < least) {
                if (left <= 0) {
                    return 0;
                }
                left = changed.awaitNanos(left);
            }
            int taken = Math.min(most, places - held);
            held += taken;
            if (places - held >= least) {
                changed.signal();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes places without waiting, for messages that are here already. */
    void occupy(int count) {
        lock.lock();
        try {
            held += count;
        } finally {
            lock.unlock();
        }
    }

    void free(int count) {
        lock.lock();
        try {
            held -= count;
            if (places - held >= least) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
