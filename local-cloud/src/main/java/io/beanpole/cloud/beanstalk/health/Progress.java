package io.beanpole.cloud.beanstalk.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the environment's operation runs, and for a while afterwards that it is over: such good news goes by itself,
 * while bad news stays until it is mended (reference 3.4 [D]).
 */
final class Progress {
    private static final String READY = "Ready";
    private static final String LAUNCHING = "Launching";

    private final Duration newsLast;
    private String status = "";
    private Instant begin = Instant.EPOCH;
    private String news = "";
    private Instant end = Instant.EPOCH;

    /** @param newsLast how long the end of an operation is told */
    Progress(Duration newsLast) {
        this.newsLast = newsLast;
    }

    /** Notes the status at this moment. */
    synchronized void note(String now, Instant at) {
        if (now.equals(status)) {
            return;
        }
        boolean wasBusy = !status.isEmpty() && !status.equals(READY);
        if (now.equals(READY) && wasBusy) {
            news = status.equals(LAUNCHING) ? "Initialization" : "Application update";
            end = at;
        } else if (!wasBusy) {
            begin = at;
        }
        status = now;
    }

    /** How long the operation runs. */
    synchronized Duration running(Instant at) {
        return Duration.between(begin, at);
    }

    /** A sentence about the last operation, while it is new. */
    synchronized Optional<String> news(Instant at) {
        Duration ago = Duration.between(end, at);
        return news.isEmpty() || ago.compareTo(newsLast) > 0
                ? Optional.empty()
                : Optional.of(news + " completed " + Durations.words(ago) + " ago and took "
                        + Durations.words(Duration.between(begin, end)) + ".");
    }
}
