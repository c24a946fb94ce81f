package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.House;
import java.time.Duration;
import java.time.Instant;

/** How long {@code up} takes on a built tree: first with nothing there, then with its data there. */
record UpBench(House house) {
    void run() {
        Instant first = Instant.now();
        String printed = house.up();
        Duration cold = Duration.between(first, Instant.now());
        Bench.say("%s", printed);
        house.close();
        Instant second = Instant.now();
        house.up();
        Duration warm = Duration.between(second, Instant.now());
        Bench.say("up, nothing there:      %s", Bench.seconds(cold));
        Bench.say("up, its data there:     %s   (bound: 30 s)", Bench.seconds(warm));
    }
}
