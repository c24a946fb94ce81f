package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.time.Duration;

/** The time that a run at a rate goes by. */
public interface Tempo {
    /** Since some moment that stays the same. */
    Duration now();

    /** Lets time pass. */
    void pause(Duration duration);

    /** Real time. */
    static Tempo real() {
        return new Tempo() {
            @Override
            public Duration now() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void pause(Duration duration) {
                try {
                    Thread.sleep(duration.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new DeployException("Sending dead letters back was interrupted.", e);
                }
            }
        };
    }
}
