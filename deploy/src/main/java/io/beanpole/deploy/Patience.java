package io.beanpole.deploy;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waiting for something that can only be asked after: it looks, pauses and looks again, but not for ever.
 *
 * @param limit how long it goes on looking
 * @param interval the pause between two looks
 */
public record Patience(Duration limit, Duration interval) {
    /** Far more than anybody waits: for what a person ends. */
    private static final Duration UNTIL_SOMEBODY_ENDS_IT = Duration.ofDays(365);

    /** Patience for as long as the process lives: to follow something until a person has seen enough. */
    public static Patience whileAsked(Duration interval) {
        return new Patience(UNTIL_SOMEBODY_ENDS_IT, interval);
    }

    /**
     * Looks at least once, and until the condition holds.
     *
     * @param what is waited for, for the error: "Waiting for {what} was interrupted."
     * @return false if it didn't hold within the limit
     * @throws WaitInterruptedException when the thread is interrupted; its interrupt flag stays set
     */
    public boolean await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(interval.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WaitInterruptedException("Waiting for " + what + " was interrupted.", e);
            }
        }
        return true;
    }
}
