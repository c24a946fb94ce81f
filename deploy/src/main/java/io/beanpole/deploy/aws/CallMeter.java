package io.beanpole.deploy.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the requests of the last minute and what they cost. It forgets older ones, so it never grows for long. */
public final class CallMeter implements CallListener {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final double MINUTES_PER_MONTH = 30 * 24 * 60;

    private final Clock clock;
    private final Deque<Sent> sent = new ArrayDeque<>();

    public CallMeter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void sent(String service, String operation, int metrics) {
        forget();
        sent.addLast(new Sent(clock.instant(), Price.of(service, operation, metrics)));
    }

    /** The rate of the last minute. */
    public synchronized Spending spending() {
        forget();
        var dollars = sent.stream().mapToDouble(Sent::dollars).sum();
        return new Spending(sent.size(), dollars * MINUTES_PER_MONTH);
    }

    private void forget() {
        var begin = clock.instant().minus(WINDOW);
        while (!sent.isEmpty() && !sent.peekFirst().at().isAfter(begin)) {
            sent.removeFirst();
        }
    }

    /** One request. */
    private record Sent(Instant at, double dollars) {}
}
