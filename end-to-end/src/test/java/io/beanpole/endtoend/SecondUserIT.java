package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one user makes is invisible to another. */
@InTheHouse
class SecondUserIT {
    @TempDir
    private Path directory;

    @Test
    void aSecondUserSeesNothingOfTheFirst(House house) {
        Program first = house.program();
        String upload = first.upload(Clips.make(directory.resolve("mine.mp4"), 3, "320x180"));
        String id = first.submit("clip.poster", "express", Map.of("upload", upload, "at", 1));
        first.ended(id, Duration.ofSeconds(60));

        Program second = new Visitor(house.web()).signedUp();

        assertThat(second.get("/api/tasks/" + id).statusCode()).isEqualTo(404);
        assertThat(second.get("/api/tasks/" + id + "/result").statusCode()).isEqualTo(404);
        assertThat(Program.json(second.get("/api/tasks")).get("items").size()).isZero();
        assertThat(second.post(
                                "/api/tasks",
                                Map.of(
                                        "kind",
                                        "clip.poster",
                                        "lane",
                                        "express",
                                        "input",
                                        Map.of("upload", upload, "at", 1)))
                        .statusCode())
                .isEqualTo(404);
    }
}
