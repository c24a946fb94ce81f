package io.beanpole.deploy.stage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Where the time went, step by step. */
public final class Timings {
    private final Map<String, Duration> steps = new LinkedHashMap<>();

    /** Runs a step and keeps how long it took. */
    public <T> T time(String step, Supplier<T> work) {
        var start = System.nanoTime();
        try {
            return work.get();
        } finally {
            steps.merge(step, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
        }
    }

    /** Runs a step that gives nothing back. */
    public void time(String step, Runnable work) {
        time(step, () -> {
            work.run();
            return "";
        });
    }

    /** The steps in the order they began to be known. */
    public Map<String, Duration> steps() {
        return new LinkedHashMap<>(steps);
    }
}
