package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The images are complete: as containers, with nothing of the host but its kernel, they serve and cut. */
@Execution(ExecutionMode.SAME_THREAD)
class ImagesUnderPodmanIT {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    @Test
    void asContainersTheWebTierServesAndTheWorkerCuts() {
        boolean there = Command.of("sh", "-c", "command -v podman").run().exit() == 0;
        if (!there) {
            System.out.println("SKIPPED: ImagesUnderPodmanIT, because there is no podman on this machine.");
        }
        assumeTrue(there);
        try (House house = new House(RunningHouse.ROOT, directory.resolve("state"))) {
            house.up("--runtime", "podman");
            Program program = house.program();
            String upload = program.upload(Clips.make(directory.resolve("clip.mp4"), 6, "320x180"));

            JsonNode task = program.ended(
                    program.submit(
                            "clip.trim",
                            "express",
                            Map.of("upload", upload, "mode", "precise", "range", Map.of("start", 1, "end", 3.5))),
                    LONGEST);

            assertThat(task.get("state").asString()).as(task.toString()).isEqualTo("SUCCEEDED");
            Path result = program.download(task.get("id").asString(), directory.resolve("result.mp4"));
            assertThat(Clips.seconds(result)).isCloseTo(2.5, within(0.04));
            assertThat(house.status().get("runtime").asString()).isEqualTo("podman");
            assertThat(containers())
                    .anyMatch(image -> image.contains("beanpole/web@sha256:"))
                    .anyMatch(image -> image.contains("beanpole/worker@sha256:"));
        }
        assertThat(containers()).as("containers that outlived their house").isEmpty();
    }

    /** The images of this house's containers, running or ended: the machine may run other houses beside it. */
    private List<String> containers() {
        String owner = "{{index .Labels \"io.beanpole.data\"}} {{.Image}}";
        return Command.of("podman", "ps", "--all", "--format", owner)
                .output()
                .lines()
                .filter(line -> line.startsWith(directory.toAbsolutePath() + "/"))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }
}
