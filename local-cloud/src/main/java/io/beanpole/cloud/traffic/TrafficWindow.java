package io.beanpole.cloud.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The answers of one instance within the last ten seconds: the time that enhanced health looks at [B]. */
public final class TrafficWindow {
    public static final Duration LENGTH = Duration.ofSeconds(10);

    private final Clock clock;
    private final Deque<Answer> answers = new ArrayDeque<>();

    public TrafficWindow(Clock clock) {
        this.clock = clock;
    }

    /** Counts an answer that came now. */
    public synchronized void add(int status, Duration took) {
        forgetTheOld();
        answers.addLast(new Answer(clock.instant(), status, took.toNanos() / 1e9));
    }

    public TrafficSummary summary() {
        return new TrafficSummary(present());
    }

    /** All of these together, as if one instance had answered. */
    public static TrafficSummary summary(Collection<TrafficWindow> windows) {
        Stream<Answer> all = windows.stream().flatMap(window -> window.present().stream());
        return new TrafficSummary(all.toList());
    }

    private synchronized List<Answer> present() {
        forgetTheOld();
        return List.copyOf(answers);
    }

    private void forgetTheOld() {
        Instant oldest = clock.instant().minus(LENGTH);
        while (!answers.isEmpty() && !answers.getFirst().at().isAfter(oldest)) {
            answers.removeFirst();
        }
    }

    /** One answer, its latency in seconds. */
    record Answer(Instant at, int status, double seconds) {}
}
