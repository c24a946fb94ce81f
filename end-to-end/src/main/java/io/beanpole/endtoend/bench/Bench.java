package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.House;
import io.beanpole.scaling.simulation.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Brings up a house of its own, measures it, takes it down: {@code ./beanpole bench}. */
public final class Bench {
    private static final List<String> PARTS = List.of("scaling", "cloud", "sqsd", "clips", "cli", "console");
    /** Of all parts. */
    static final Bounds BOUNDS = new Bounds();

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".")
                .toAbsolutePath()
                .normalize();
        List<String> parts = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        refuseUnknown(parts);
        Path directory = Files.createTempDirectory("beanpole-bench-");
        try {
            if (isWanted(parts, "scaling")) {
                new ScalingBench(Workload.BENCH).run();
            }
            if (isWanted(parts, "cloud")) {
                new CloudBench(root, directory.resolve("cloud-bench")).run();
            }
            if (isWanted(parts, "sqsd")) {
                try (SqsdBench bench = new SqsdBench(root)) {
                    bench.run();
                }
            }
            if (isWanted(parts, "clips")) {
                clips(root, directory);
            }
            if (isWanted(parts, "cli")) {
                cli(root, directory);
            }
            if (isWanted(parts, "console")) {
                new ConsoleStartBench(root, directory.resolve("console-start")).run();
                new DrawingBench(root).run();
            }
        } finally {
            delete(directory);
        }
        if (!BOUNDS.missed().isEmpty()) {
            say("Missed: %s", String.join("; ", BOUNDS.missed()));
            System.exit(1);
        }
    }

    private static void refuseUnknown(List<String> parts) {
        for (String part : parts) {
            if (!PARTS.contains(part)) {
                System.err.println(
                        "beanpole: bench has no part " + part + "; it has " + String.join(", ", PARTS) + ".");
                System.exit(2);
            }
        }
    }

    /** All of them, where none is named. */
    private static boolean isWanted(List<String> parts, String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private static void clips(Path root, Path directory) throws IOException {
        try (House house = new House(root, directory.resolve("state"))) {
            new UpBench(house).run();
            new CutBench(house, directory).run();
            new SubmitBench(house).run();
        }
    }

    private static void cli(Path root, Path directory) throws IOException {
        try (House house = new House(root, directory.resolve("cli-state"))) {
            house.up();
            new CliBench(house).run();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    static double ratio(Duration measured, Duration baseline) {
        return (double) measured.toNanos() / baseline.toNanos();
    }
}
