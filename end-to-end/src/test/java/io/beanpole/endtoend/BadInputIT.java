package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can't succeed ends once, in a sentence, and the workers go on. */
@InTheHouse
class BadInputIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static Program program;
    private static House house;

    @BeforeAll
    static void open(House running) {
        house = running;
        program = running.program();
    }

    private static JsonNode trimmed(String upload, double start, double end) {
        return program.ended(
                program.submit(
                        "clip.trim",
                        "express",
                        Map.of("upload", upload, "mode", "precise", "range", Map.of("start", start, "end", end))),
                LONGEST);
    }

    private static void failsWithASentence(JsonNode task) {
        assertThat(task.get("state").asString()).as(task.toString()).isEqualTo("FAILED");
        assertThat(task.get("error").asString())
                .hasSizeGreaterThan(20)
                .endsWith(".")
                .doesNotContain("Exception");
        assertThat(task.get("attempts").asInt()).isEqualTo(1);
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void aPlaylistThatCallsItselfAClipReadsNothing() throws IOException {
        failsWithASentence(trimmed(program.upload(file("list.mp4", "ffconcat version 1.0\nfile /etc/passwd\n")), 0, 1));
    }

    @Test
    void textIsNoClip() throws IOException {
        failsWithASentence(trimmed(program.upload(file("notes.mp4", "Dear diary, ".repeat(100))), 0, 1));
    }

    @Test
    void aTruncatedClipIsRefused() throws IOException {
        Path whole = Clips.make(directory.resolve("whole.mp4"), 5, "320x180");
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(directory.resolve("half.mp4"), java.util.Arrays.copyOf(bytes, 600));
        failsWithASentence(trimmed(program.upload(half), 0, 1));
    }

    @Test
    void aRangeOutsideTheClipIsRefused() {
        failsWithASentence(trimmed(program.upload(Clips.make(directory.resolve("short.mp4"), 3, "320x180")), 10, 20));
    }

    @Test
    void aClipThatWasNeverPutIsMissed() {
        failsWithASentence(trimmed(program.register("never.mp4", 1000).get("id").asString(), 0, 1));
    }

    @Test
    void s3RefusesAClipOfAnotherSizeThanClaimed() throws IOException {
        JsonNode address = program.register("big.mp4", 1_000_000);

        assertThat(program.put(address, file("tiny.mp4", "tiny")).statusCode()).isEqualTo(403);
    }

    @Test
    void aMessageThatIsNotOursEndsInTheDeadLetterQueue() {
        String queue = house.environment("beanpole-local-express").get("queue").asString();
        try (Aws aws = new Aws(house)) {
            aws.send(queue, "{\"not\": \"ours\"}");

            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(aws.deadLetters(queue)).contains("{\"not\": \"ours\"}"));
        }
    }
}
