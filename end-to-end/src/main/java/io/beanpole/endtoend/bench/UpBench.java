package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.House;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** How long {@code up} takes on a built tree: first with nothing there, then with its data there. */
record UpBench(House house) {
    void run() {
        Instant first = Instant.now();
        String printed = house.up();
        Duration cold = Duration.between(first, Instant.now());
        Bench.say("%s", times(printed));
        house.close();
        Instant second = Instant.now();
        house.up();
        Duration warm = Duration.between(second, Instant.now());
        Bench.say("up, nothing there:      %s", Bench.seconds(cold));
        Bench.say(
                "up, its data there:     %s   %s",
                Bench.seconds(warm), Bench.BOUNDS.most("up, its data there", warm.toNanos() / 1e9, 30, "s"));
    }

    /** Where the time went, without the sign-in that stands above it: no secret belongs in a log. */
    private static String times(String printed) {
        return printed.lines()
                .filter(line -> line.matches(" {2}[a-z ]+ +\\d+\\.\\d s"))
                .collect(Collectors.joining("\n"));
    }
}
