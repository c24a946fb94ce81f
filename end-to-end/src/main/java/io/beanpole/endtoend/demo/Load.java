package io.beanpole.endtoend.demo;

import io.beanpole.endtoend.Clips;
import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.Program;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The tasks of the demo: real cuts, submitted as any program submits them; long ones that flood, short ones that drop in. */
final class Load {
    static final String FLOODED = "standard";
    static final String URGENT = "express";
    /** Small, because the urgent tasks are to show how long they wait, not to wear out their only instance. */
    private static final int SHORT_SECONDS = 3;

    private static final String SHORT_SIZE = "320x180";

    private static final int PAGE = 100;

    private final Program program;
    private final CutSize cuts;
    private final String longClip;
    private final String shortClip;
    private final Set<String> flood = new TreeSet<>();
    private final Set<String> all = new TreeSet<>();
    private String last = "";
    private Instant movedUpAt = Instant.EPOCH;

    private Load(Program program, CutSize cuts, String longClip, String shortClip) {
        this.program = program;
        this.cuts = cuts;
        this.longClip = longClip;
        this.shortClip = shortClip;
    }

    /** Makes the two clips in a directory and uploads each once. */
    static Load prepared(Program program, CutSize cuts, Path directory) {
        return new Load(
                program,
                cuts,
                program.upload(Clips.make(directory.resolve("long.mp4"), cuts.seconds(), cuts.frame())),
                program.upload(Clips.make(directory.resolve("short.mp4"), SHORT_SECONDS, SHORT_SIZE)));
    }

    /** Submits so many cuts, trims and joins in turn. */
    void flood(int tasks) {
        double tenth = cuts.seconds() / 10.0;
        for (int i = 0; i < tasks; i++) {
            // Another beginning each, so that no two cuts are the same work.
            double from = (i % 40) * tenth / 40;
            String id = i % 2 == 0
                    ? submit("clip.trim", Map.of("range", range(from, from + 7 * tenth)))
                    : submit(
                            "clip.join",
                            Map.of(
                                    "ranges",
                                    List.of(range(from, from + 3 * tenth), range(from + 4 * tenth, from + 8 * tenth))));
            flood.add(id);
            all.add(id);
            last = id;
        }
    }

    /** Has the task that was submitted last, and so waits behind the whole flood, wait in the urgent lane instead. */
    void moveUpTheLast() {
        movedUpAt = Instant.now();
        HttpResponse<String> answer = program.patch("/api/tasks/" + last, Map.of("lane", URGENT));
        if (answer.statusCode() != 200) {
            throw new EndToEndException(
                    "The task " + last + " could not be moved: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** The task that was moved up, going by a list of {@link #tasks}. */
    MovedTask movedUp(List<DemoTask> tasks) {
        return tasks.stream()
                .filter(task -> task.id().equals(last))
                .map(task -> new MovedTask(task, movedUpAt))
                .findFirst()
                .orElseThrow(() -> new EndToEndException("No task was moved up."));
    }

    private String submit(String kind, Map<String, ?> extent) {
        Map<String, Object> input = new HashMap<>(extent);
        input.put("upload", longClip);
        input.put("mode", "precise");
        return program.submit(kind, FLOODED, input);
    }

    /** Submits one short task to the urgent lane. */
    void drop() {
        all.add(program.submit("clip.trim", URGENT, Map.of("upload", shortClip, "mode", "fast", "range", range(1, 3))));
    }

    private static Map<String, Double> range(double start, double end) {
        return Map.of("start", start, "end", end);
    }

    /** Whether all cuts of the flood have ended, going by a list of {@link #tasks}. */
    boolean isFloodOver(List<DemoTask> tasks) {
        return tasks.stream()
                        .filter(task -> flood.contains(task.id()))
                        .filter(DemoTask::hasEnded)
                        .count()
                == flood.size();
    }

    /** All tasks of the demo as they stand; read newest first, until the page that holds the oldest of them. */
    List<DemoTask> tasks() {
        Map<String, DemoTask> found = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = page(cursor);
            for (JsonNode task : page.get("items")) {
                if (all.contains(task.get("id").asString())) {
                    found.put(task.get("id").asString(), DemoTask.of(task));
                }
            }
            cursor = page.path("nextCursor").asString("");
        } while (found.size() < all.size() && !cursor.isEmpty());
        if (found.size() < all.size()) {
            Set<String> missing = new TreeSet<>(all);
            missing.removeAll(found.keySet());
            throw new EndToEndException("The web tier no longer knows these tasks: " + missing);
        }
        return all.stream().map(found::get).toList();
    }

    private JsonNode page(String cursor) {
        HttpResponse<String> answer =
                program.get("/api/tasks?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
        if (answer.statusCode() != 200) {
            throw new EndToEndException(
                    "The list of tasks was refused with " + answer.statusCode() + ": " + answer.body());
        }
        return Program.json(answer);
    }
}
