package io.beanpole.deploy.deadletter;

import java.time.Duration;

/** So many a second and no more, also right after a pause: what was not used is not made up for. */
final class Pace {
    private final Tempo tempo;
    private final int perSecond;
    private Duration next;

    Pace(Tempo tempo, int perSecond) {
        this.tempo = tempo;
        this.perSecond = perSecond;
        next = tempo.now();
    }

    /** How many to send at once: few enough that a second sees five batches. */
    int batch() {
        return Math.max(1, Math.min(LetterQueue.BATCH, perSecond / 5));
    }

    /** Waits until so many may be sent. */
    void await(int count) {
        var now = tempo.now();
        if (next.compareTo(now) > 0) {
            tempo.pause(next.minus(now));
        } else {
            next = now;
        }
        next = next.plus(Duration.ofSeconds(1).multipliedBy(count).dividedBy(perSecond));
    }
}
