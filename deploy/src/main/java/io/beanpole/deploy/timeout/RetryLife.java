package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of one message that never succeeds.
 *
 * @param how it fails, in a phrase
 * @param tries when each receive is, from the first one on, the earliest possible
 * @param ends when it leaves the queue
 * @param fate where it goes then, in a sentence
 */
public record RetryLife(String how, List<Duration> tries, Duration ends, String fate) {
    /** A queue without redrive policy tries until the message expires: enough to see the pattern. */
    private static final int MOST = 100;

    /** How the fate of one begins that is kept. */
    static final String DEAD_LETTER = "It becomes a dead letter";

    /** The life of a message whose every try is answered with an error at once. */
    public static RetryLife answeredWithErrors(WorkerTimes times) {
        var again = times.sqsd().errorVisibility().orElse(times.sqsd().visibility());
        return of("every try is answered at once with another status than 200", times, again);
    }

    /** The life of a message whose every try hangs until sqsd gives it up. */
    public static RetryLife hanging(WorkerTimes times) {
        // What sqsd 3.0.5 was measured to do: the message waits out VisibilityTimeout.
        return of(
                "every try hangs",
                times,
                longer(times.sqsd().visibility(), times.sqsd().inactivity()));
    }

    private static RetryLife of(String how, WorkerTimes times, Duration again) {
        var sqsd = times.sqsd();
        var step = again.isZero() ? Duration.ofSeconds(1) : again;
        var tries = new ArrayList<Duration>();
        var at = Duration.ZERO;
        int most = times.queue().maxReceives().orElse(MOST);
        var expires = times.expires();
        while (tries.size() < most && at.compareTo(expires) <= 0) {
            tries.add(at);
            at = at.plus(step);
        }
        if (at.compareTo(expires) > 0 && tries.size() < most) {
            return new RetryLife(
                    how,
                    List.copyOf(tries),
                    expires,
                    "It is deleted without a trace after " + Seconds.words(expires) + ", "
                            + (expires.equals(sqsd.retention())
                                    ? "RetentionPeriod of sqsd from its first receive on."
                                    : "the queue's retention from its sending on."));
        }
        if (times.queue().maxReceives().isEmpty()) {
            return new RetryLife(
                    how,
                    List.copyOf(tries),
                    expires,
                    "It is tried again and again, until it is deleted after " + Seconds.words(expires) + ".");
        }
        return new RetryLife(
                how,
                List.copyOf(tries),
                at,
                DEAD_LETTER + " after " + tries.size() + " tries, " + Seconds.words(at) + " after the first.");
    }

    /** The life as a line of text: {@code |1-----|2-----|3-----> dead letter}. */
    public List<String> lines() {
        var shown = Math.min(tries.size(), 12);
        var line = new StringBuilder("  ");
        for (int i = 0; i < shown; i++) {
            line.append("| try ")
                    .append(i + 1)
                    .append(" at ")
                    .append(Seconds.words(tries.get(i)))
                    .append(' ');
            if (i % 4 == 3 && i + 1 < shown) {
                line.append("\n  ");
            }
        }
        if (shown < tries.size()) {
            line.append("| ... ").append(tries.size() - shown).append(" more ");
        }
        line.append("|> ").append(Seconds.words(ends));
        var lines = new ArrayList<String>();
        lines.add("When " + how + ":");
        line.toString().lines().map(String::stripTrailing).forEach(lines::add);
        lines.add("  " + fate);
        return lines;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
