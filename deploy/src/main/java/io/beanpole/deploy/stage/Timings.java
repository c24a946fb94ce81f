package io.beanpole.deploy.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    /** A table of the steps and of all of them together. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        steps.forEach((step, took) -> lines.add(line(step, took)));
        lines.add(line("total", steps.values().stream().reduce(Duration.ZERO, Duration::plus)));
        return lines;
    }

    private static String line(String name, Duration took) {
        return String.format(Locale.ROOT, "  %-14s %6.1f s", name, took.toMillis() / 1000.0);
    }
}
