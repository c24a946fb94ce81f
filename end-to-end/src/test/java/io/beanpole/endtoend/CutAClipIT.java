package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job over the API, by a program with a token. */
@InTheHouse
class CutAClipIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final double KEY_FRAME_INTERVAL = 1.0;
    private static final double FRAME = 0.04;

    @TempDir
    private static Path directory;

    private static Program program;
    private static String upload;

    @BeforeAll
    static void uploadAClip(House house) {
        program = house.program();
        upload = program.upload(Clips.make(directory.resolve("holiday film.mp4"), 12, "320x180"));
    }

    private static Path done(String kind, String lane, Map<String, ?> input) {
        String id = program.submit(kind, lane, input);
        JsonNode task = program.ended(id, LONGEST);
        assertThat(task.get("state").asString()).as(task.toString()).isEqualTo("SUCCEEDED");
        assertThat(task.get("progress").asInt()).isEqualTo(100);
        return program.download(id, directory.resolve(id));
    }

    @Test
    void aFastTrimIsWithinOneKeyFrameIntervalOfWhatWasAsked() {
        Path result = done(
                "clip.trim",
                "standard",
                Map.of("upload", upload, "mode", "fast", "range", Map.of("start", 2.0, "end", 6.0)));

        assertThat(Clips.seconds(result)).isCloseTo(4.0, within(KEY_FRAME_INTERVAL));
    }

    @Test
    void aPreciseTrimIsWithinOneFrameOfWhatWasAsked() {
        Path result = done(
                "clip.trim",
                "express",
                Map.of("upload", upload, "mode", "precise", "range", Map.of("start", 2.52, "end", 5.2)));

        assertThat(Clips.seconds(result)).isCloseTo(2.68, within(FRAME));
        assertThat(Clips.probe(result, "stream=codec_name")).isEqualTo("h264");
    }

    @Test
    void joinedRangesAreAsLongAsAllOfThem() {
        Path result = done(
                "clip.join",
                "express",
                Map.of(
                        "upload",
                        upload,
                        "mode",
                        "precise",
                        "ranges",
                        List.of(Map.of("start", 1, "end", 2), Map.of("start", 8, "end", 10.4))));

        assertThat(Clips.seconds(result)).isCloseTo(3.4, within(2 * FRAME));
    }

    @Test
    void aPosterIsAPictureOfTheClipsSize() {
        Path result = done("clip.poster", "express", Map.of("upload", upload, "at", 3.3));

        assertThat(Clips.probe(result, "stream=codec_name")).isEqualTo("mjpeg");
        assertThat(Clips.probe(result, "stream=width")).isEqualTo("320");
    }

    @Test
    void theDownloadHasASensibleName() {
        String id = program.submit("clip.poster", "express", Map.of("upload", upload, "at", 1));
        program.ended(id, LONGEST);

        HttpResponse<String> result = program.get("/api/tasks/" + id + "/result");

        assertThat(result.statusCode()).isEqualTo(302);
        assertThat(result.headers().firstValue("Location").orElseThrow()).contains("holiday");
    }

    @Test
    void aRunningTaskThatIsCancelledStopsWithinSeconds() {
        Path large = Clips.make(directory.resolve("large.mp4"), 60, "1280x720");
        String id = program.submit(
                "clip.trim",
                "express",
                Map.of("upload", program.upload(large), "mode", "precise", "range", Map.of("start", 0, "end", 59)));
        program.await(id, java.util.Set.of("RUNNING"), LONGEST);

        program.delete("/api/tasks/" + id);

        assertThat(program.ended(id, Duration.ofSeconds(8)).get("state").asString())
                .isEqualTo("CANCELLED");
    }
}
