package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worker that dies in the middle of a task. */
@ExtendWith(RunningHouse.class)
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
        assertThat(results(house, id)).hasSize(1);
    }

    /** The JVM of the environment's only worker instance. */
    private static ProcessHandle workerOf(House house, String environment) {
        List<ProcessHandle> workers = ProcessHandle.allProcesses()
                .filter(process -> environ(process).contains("BEANPOLE_ENVIRONMENT=" + environment))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
        assertThat(workers).hasSize(1);
        return workers.get(0);
    }

    private static String environ(ProcessHandle process) {
        return Command.of("sh", "-c", "tr '\\0' '\\n' < /proc/" + process.pid() + "/environ 2>/dev/null || true")
                .output();
    }

    private static List<String> results(House house, String task) {
        JsonNode objects = JsonMapper.shared()
                .readTree(Command.of(
                                "sh",
                                "-c",
                                "aws s3api list-objects-v2 --output json --prefix results/ --bucket $(aws s3 ls | grep -o '[^ ]*clips[^ ]*')")
                        .with(house.environment())
                        .output())
                .get("Contents");
        return objects.findValuesAsString("Key").stream()
                .filter(key -> key.contains(task))
                .toList();
    }
}
