package io.beanpole.console.polling;

import java.time.Duration;

/**
 * How fast one connection is asked: twice as slowly after every throttled or lost question, step by step as fast as
 * before once answers come again. Any thread may call.
 */
final class Tempo {
    private static final int SLOWEST = 16;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** So many answers in a row make it faster again, so that one lucky answer doesn't bring the flood back. */
    private static final int ANSWERS = 3;

    private int factor = 1;
    private int answers;

    /** The interval as it is at present: at most two minutes, unless it was longer from the start. */
    synchronized Duration of(Duration interval) {
        var stretched = interval.multipliedBy(factor);
        return stretched.compareTo(LONGEST) <= 0 ? stretched : interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
    }

    /** A question came back unanswered because too many are asked, or because nobody is there. */
    synchronized void slower() {
        factor = Math.min(SLOWEST, factor * 2);
        answers = 0;
    }

    /** A question was answered. */
    synchronized void answered() {
        if (factor > 1 && ++answers >= ANSWERS) {
            factor /= 2;
            answers = 0;
        }
    }

    /** At once as fast as ever, as when a person asks for it. */
    synchronized void reset() {
        factor = 1;
        answers = 0;
    }

    /** How many times slower than usual; 1 is as usual. */
    synchronized int factor() {
        return factor;
    }
}
