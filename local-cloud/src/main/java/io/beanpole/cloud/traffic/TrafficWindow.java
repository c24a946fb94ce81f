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

    /** More than an instance here can answer in ten seconds. */
    private static final int MOST = 100_000;

    private final Clock clock;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private TrafficTotals totals = new TrafficTotals();

    public TrafficWindow(Clock clock) {
        this.clock = clock;
    }

    /** Counts an answer that came now. */
    public synchronized void add(int status, Duration took) {
        forgetTheOld();
        double seconds = took.toNanos() / 1e9;
        answers.addLast(new Answer(clock.instant(), status, seconds));
        if (answers.size() > MOST) {
            answers.removeFirst();
        }
        totals.add(status, seconds);
    }

    /** All that came since the last call, whenever that was: what metrics of a minute are made of. */
    public synchronized TrafficTotals taken() {
        TrafficTotals taken = totals;
        totals = new TrafficTotals();
        return taken;
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
