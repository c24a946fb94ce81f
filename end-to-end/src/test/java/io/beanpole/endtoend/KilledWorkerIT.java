package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A worker that dies in the middle of a task. */
@InTheHouse
class KilledWorkerIT {
    @TempDir
    private Path directory;

    @Test
    void theTaskOfAWorkerThatIsKilledSucceedsOnceWithOneResult(House house) {
        Program program = house.program();
        String upload = program.upload(Clips.make(directory.resolve("long.mp4"), 60, "1280x720"));
        String id = program.submit(
                "clip.trim",
                "standard",
                Map.of("upload", upload, "mode", "precise", "range", Map.of("start", 0, "end", 50)));
        program.await(id, Set.of("RUNNING"), Duration.ofSeconds(60));

        ProcessHandle worker = workerOf(house, "beanpole-local-standard");
        worker.destroyForcibly();

        JsonNode task = program.ended(id, Duration.ofMinutes(4));
        assertThat(task.get("state").asString()).as(task.toString()).isEqualTo("SUCCEEDED");
        assertThat(task.get("attempts").asInt()).isEqualTo(2);
        assertThat(Clips.seconds(program.download(id, directory.resolve("result.mp4"))))
                .isBetween(49.9, 50.1);
        try (Aws aws = new Aws(house)) {
            assertThat(aws.results()).filteredOn(key -> key.contains(id)).hasSize(1);
        }
    }

    /** The process of the environment's only worker instance. */
    private static ProcessHandle workerOf(House house, String environment) {
        JsonNode worker = house.environment(environment).get("instances").get(0);
        return ProcessHandle.of(worker.get("pid").asLong()).orElseThrow();
    }
}
