package io.beanpole.endtoend.demo;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.House;
import io.beanpole.endtoend.Pause;
import io.beanpole.endtoend.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One demo against a house that runs: floods, watches, waits until it is calm again, and says what it found. */
public final class Demonstration {
    private static final Duration LONGEST_CALMING = Duration.ofMinutes(4);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(3);

    private final House house;
    private final DemoOptions options;
    private final PrintStream out;
    private final LiveLine live;
    private final List<Sample> samples = new ArrayList<>();

    /**
     * A demo.
     *
     * @param isTerminal whether a line on {@code out} can be written over
     */
    public Demonstration(House house, DemoOptions options, PrintStream out, boolean isTerminal) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.live = new LiveLine(out, isTerminal);
    }

    /** Runs to the end, which comes by itself. */
    public Findings run() {
        JsonNode status = house.status();
        try (WatchedCloud cloud = new WatchedCloud(house.environment())) {
            WatchedLane standard = cloud.lane(Load.FLOODED, environment(status, Load.FLOODED));
            WatchedLane express = cloud.lane(Load.URGENT, environment(status, Load.URGENT));
            Load load = prepared(house.program());
            awaitCalm(cloud, standard, express);
            long deadLettersBefore = cloud.deadLetters(standard) + cloud.deadLetters(express);
            Instant began = Instant.now();
            boolean isBack = floodAndWatch(load, cloud, standard, express);
            List<DemoTask> tasks = load.tasks();
            return new Findings(
                    began,
                    List.copyOf(samples),
                    tasks,
                    load.movedUp(tasks),
                    cloud.activities(standard, began),
                    cloud.protectedMinutes(standard, began),
                    resultsByTask(cloud),
                    cloud.deadLetters(standard) + cloud.deadLetters(express) - deadLettersBefore,
                    cloud.size(standard).minimum(),
                    isBack);
        } finally {
            live.end();
        }
    }

    private static String environment(JsonNode status, String lane) {
        for (JsonNode environment : status.path("environments")) {
            String name = environment.path("name").asString("");
            if (name.endsWith("-" + lane)) {
                return name;
            }
        }
        throw new EndToEndException("No environment of this house drains the lane " + lane + ".");
    }

    private Load prepared(Program program) {
        out.println("Making two clips and uploading them ...");
        Path directory = temporary();
        try {
            return Load.prepared(program, options.cuts(), directory);
        } finally {
            delete(directory);
        }
    }

    /** What was submitted before would blur the picture: its messages, and the instances that it called for. */
    private void awaitCalm(WatchedCloud cloud, WatchedLane standard, WatchedLane express) {
        Instant until = Instant.now().plus(LONGEST_CALMING);
        while (true) {
            Sample sample = cloud.sample(standard, express);
            if (sample.waiting() + sample.inFlight() + sample.expressWaiting() == 0
                    && cloud.size(standard).isAtMinimum()) {
                return;
            }
            if (Instant.now().isAfter(until)) {
                throw new EndToEndException("The lanes are still busy with earlier work after " + LONGEST_CALMING + ": "
                        + sample + ". Start the demo when they are empty; ./beanpole lanes shows it.");
            }
            live.show(Duration.ZERO, sample);
            Pause.ofMillis(BETWEEN_SAMPLES.toMillis());
        }
    }

    /** Whether standard's group was back at its minimum in time. */
    private boolean floodAndWatch(Load load, WatchedCloud cloud, WatchedLane standard, WatchedLane express) {
        Instant began = Instant.now();
        out.println("Sending " + options.tasks() + " cuts to standard, and one to express every "
                + options.trickle().toSeconds() + " s; the last cut is moved up to express ...");
        samples.add(cloud.sample(standard, express));
        load.flood(options.tasks());
        load.moveUpTheLast();
        Instant nextDrop = Instant.now();
        Instant nextSample = Instant.now();
        boolean isFloodOver = false;
        while (Instant.now().isBefore(began.plus(options.longest()))) {
            Instant now = Instant.now();
            if (!isFloodOver && !now.isBefore(nextDrop)) {
                load.drop();
                nextDrop = now.plus(options.trickle());
            }
            if (!now.isBefore(nextSample)) {
                Sample sample = cloud.sample(standard, express);
                samples.add(sample);
                live.show(Duration.between(began, now), sample);
                List<DemoTask> tasks = load.tasks();
                isFloodOver = load.isFloodOver(tasks);
                if (tasks.stream().allMatch(DemoTask::hasEnded)
                        && isFloodOver
                        && cloud.size(standard).isAtMinimum()) {
                    return true;
                }
                nextSample = now.plus(BETWEEN_SAMPLES);
            }
            Pause.ofMillis(200);
        }
        return false;
    }

    /** Keys are {@code results/OWNER/TASK/ATTEMPT/NAME}. */
    private static Map<String, Long> resultsByTask(WatchedCloud cloud) {
        Map<String, Long> results = new TreeMap<>();
        cloud.results().forEach(key -> results.merge(key.split("/", -1)[2], 1L, Long::sum));
        return results;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("beanpole-demo-");
        } catch (IOException e) {
            throw new EndToEndException("Tried to make a temporary directory: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new EndToEndException("Tried to delete " + directory + ": " + e.getMessage(), e);
        }
    }
}
