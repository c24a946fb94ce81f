package io.beanpole.scaling.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The largest of the numbers that were told within a stretch of time: what was needed lately may be needed again. */
public final class HeldPeak {
    private final Duration window;
    /** Only those that a later one didn't reach, so the first is the largest. */
    private final Deque<Told> falling = new ArrayDeque<>();

    /** @param window how long a number is remembered */
    public HeldPeak(Duration window) {
        this.window = window;
    }

    /** One number and when it was told. */
    private record Told(Instant at, int number) {}

    /** The largest within the window, with this one. */
    public int with(Instant at, int number) {
        while (!falling.isEmpty() && falling.getLast().number() <= number) {
            falling.removeLast();
        }
        falling.addLast(new Told(at, number));
        while (falling.getFirst().at().plus(window).isBefore(at)) {
            falling.removeFirst();
        }
        return falling.getFirst().number();
    }
}
