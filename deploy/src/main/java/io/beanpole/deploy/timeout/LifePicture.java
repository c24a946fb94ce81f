package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of a message that never succeeds, as stretches of time one after the other.
 *
 * @param how it fails, in a phrase
 * @param stretches from the first receive on
 * @param tries how often it is received in all; only the first of them are drawn
 * @param ends when it leaves the queue
 * @param fate where it goes then, in a sentence
 */
public record LifePicture(String how, List<Stretch> stretches, int tries, Duration ends, String fate) {
    /** Enough to see the pattern. */
    private static final int MOST_DRAWN = 12;

    /** The life of a message whose every try is answered with an error at once. */
    static LifePicture answeredWithErrors(WorkerTimes times) {
        return of(RetryLife.answeredWithErrors(times), times, Duration.ZERO);
    }

    /** The life of a message whose every try hangs until sqsd gives it up. */
    static LifePicture hanging(WorkerTimes times) {
        return of(RetryLife.hanging(times), times, times.sqsd().inactivity());
    }

    private static LifePicture of(RetryLife life, WorkerTimes times, Duration worked) {
        var stretches = new ArrayList<Stretch>();
        var drawn = Math.min(life.tries().size(), MOST_DRAWN);
        for (int number = 0; number < drawn; number++) {
            var from = life.tries().get(number);
            var to = number + 1 < life.tries().size() ? life.tries().get(number + 1) : life.ends();
            stretches.addAll(aTry(number + 1, from, to, times, worked));
        }
        return new LifePicture(life.how(), List.copyOf(stretches), life.tries().size(), life.ends(), life.fate());
    }

    /** Fetched ahead it waits on the instance, then it is worked on, then it is invisible until the next try. */
    private static List<Stretch> aTry(int number, Duration from, Duration to, WorkerTimes times, Duration worked) {
        var stretches = new ArrayList<Stretch>();
        var begun = shorter(from.plus(worked.isZero() ? Duration.ZERO : times.prefetchWait()), to);
        var ended = shorter(begun.plus(worked), to);
        add(stretches, new Stretch(Stage.FETCHED_AHEAD, number, from, begun));
        add(stretches, new Stretch(Stage.WORKED_ON, number, begun, ended));
        add(stretches, new Stretch(worked.isZero() ? Stage.AFTER_ERROR : Stage.INVISIBLE, number, ended, to));
        return stretches;
    }

    private static void add(List<Stretch> stretches, Stretch stretch) {
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Whether it is kept as a dead letter; else it is deleted. */
    public boolean becomesDeadLetter() {
        return fate.startsWith(RetryLife.DEAD_LETTER);
    }

    /** What goes on with the message. */
    public enum Stage {
        /** It waits on the instance, because sqsd fetches ahead. */
        FETCHED_AHEAD,
        /** The application has it, until sqsd gives up (InactivityTimeout). */
        WORKED_ON,
        /** It stays invisible until VisibilityTimeout is over. */
        INVISIBLE,
        /** It waits out ErrorVisibilityTimeout. */
        AFTER_ERROR
    }

    /**
     * A stretch of one try.
     *
     * @param number of the try, from one
     * @param from after the first receive
     * @param to after the first receive
     */
    public record Stretch(Stage stage, int number, Duration from, Duration to) {
        boolean isEmpty() {
            return from.compareTo(to) >= 0;
        }
    }
}
