package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.Clips;
import io.beanpole.endtoend.Command;
import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.House;
import io.beanpole.endtoend.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** From claim to SUCCEEDED, against the bare ffmpeg command and the transfers from and to S3, in turn. */
record CutBench(House house, Path directory) {
    private static final int ROUNDS = 3;
    private static final List<String> ENCODE =
            List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-pix_fmt", "yuv420p", "-c:a", "aac");

    void run() throws IOException {
        Path clip = Clips.make(directory.resolve("clip.mp4"), 30, "1920x1080");
        Program program = house.program();
        String upload = program.upload(clip);
        measure(program, clip, upload, new Cut("fast", 2, 28, List.of("-c", "copy"), 3.0));
        measure(program, clip, upload, new Cut("precise", 2, 28, ENCODE, 1.1));
    }

    private void measure(Program program, Path clip, String upload, Cut cut) throws IOException {
        List<Duration> tasks = new ArrayList<>();
        List<Duration> baselines = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Duration baseline = bare(clip, cut).plus(transfers(program, clip));
            Duration task = task(program, upload, cut);
            if (round > 0) { // the first warms caches and JITs
                baselines.add(baseline);
                tasks.add(task);
            }
        }
        Duration task = median(tasks);
        Duration baseline = median(baselines);
        Bench.say(
                "%-8s claim to SUCCEEDED %s, bare ffmpeg + S3 %s, ratio %.2f   %s",
                cut.mode,
                Bench.seconds(task),
                Bench.seconds(baseline),
                Bench.ratio(task, baseline),
                Bench.BOUNDS.most(cut.mode, Bench.ratio(task, baseline), cut.bound, ""));
    }

    private Duration bare(Path clip, Cut cut) {
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        words.addAll(List.of("-ss", "" + cut.start, "-i", clip.toString(), "-t", "" + (cut.end - cut.start)));
        words.addAll(cut.codecs);
        words.addAll(
                List.of("-movflags", "+faststart", directory.resolve("bare.mp4").toString()));
        Instant from = Instant.now();
        Command.of(words.toArray(String[]::new)).output();
        return Duration.between(from, Instant.now());
    }

    /** Fetches the clip and puts a result of the size of the last cut, as the worker must. */
    private Duration transfers(Program program, Path clip) throws IOException {
        Path bare = directory.resolve("bare.mp4");
        JsonNode address = program.register("bare.mp4", Files.size(bare));
        Instant from = Instant.now();
        int status = program.put(address, bare).statusCode();
        Duration put = Duration.between(from, Instant.now());
        if (status != 200) {
            throw new EndToEndException("S3 answered the baseline's PUT with " + status);
        }
        // A GET moves the clip as a PUT moves the result: scale by size.
        return put.plus(Duration.ofNanos(put.toNanos() * Files.size(clip) / Files.size(bare)));
    }

    private static Duration task(Program program, String upload, Cut cut) {
        String id = program.submit(
                "clip.trim",
                "express",
                Map.of("upload", upload, "mode", cut.mode, "range", Map.of("start", cut.start, "end", cut.end)));
        JsonNode task = program.ended(id, Duration.ofMinutes(2));
        if (!task.get("state").asString().equals("SUCCEEDED")) {
            throw new EndToEndException("The task did not succeed: " + task);
        }
        return Duration.between(
                Instant.parse(task.get("startedAt").asString()),
                Instant.parse(task.get("finishedAt").asString()));
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted(Comparator.naturalOrder()).toList().get(durations.size() / 2);
    }

    /**
     * One kind of cut.
     *
     * @param start in seconds
     * @param end in seconds
     * @param codecs of the bare command
     * @param bound of the ratio that we hold ourselves to
     */
    private record Cut(String mode, int start, int end, List<String> codecs, double bound) {}
}
