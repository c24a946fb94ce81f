package io.beanpole.cloud.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentRecordTest {
    @TempDir
    private Path directory;

    @Test
    void whatWasKeptIsReadBack() {
        EnvironmentRecord kept = new EnvironmentRecord(
                new EnvironmentIdentity("e-1", "lane", "app", EnvironmentTierName.WORKER, "east", Instant.EPOCH),
                EnvironmentConfiguration.of(
                                "a lane", new EnvironmentPlatform("stack", "arn"), Map.of("ns", Map.of("name", "api")))
                        .withTemplate(new SavedSettings("saved", Map.of("ns", Map.of("name", "saved"))))
                        .withLinks(Map.of("BACK", "back")),
                new EnvironmentPlace("prefix", 80, "queue", "dead"),
                new EnvironmentProgress("v1", "Ready", 3, new Underway("v2 was deployed", "r-1"), Instant.EPOCH));
        StateFile<BeanstalkState> file = new StateFile<>(directory.resolve("beanstalk.json"), BeanstalkState.class);

        file.write(new BeanstalkState(List.of(), List.of(), List.of(kept), List.of()));

        assertThat(file.read(() -> new BeanstalkState(List.of(), List.of(), List.of(), List.of()))
                        .environments())
                .containsExactly(kept);
    }

    @Test
    void aFileThatWasKeptBeforeThereWereTemplatesIsReadToo() throws IOException {
        Files.writeString(directory.resolve("beanstalk.json"), """
                {"applications": [], "versions": [], "events": [], "environments": [{"id": "e-1", "name": "lane",
                 "application": "app", "tier": "WORKER", "description": "", "solutionStack": "stack", "version": "v1",
                 "status": "Ready", "settings": {}, "cnamePrefix": "", "queue": "q", "deadLetterQueue": "d",
                 "deploymentId": 2, "port": 0, "created": "2026-11-01T00:00:00Z", "updated": "2026-11-01T00:00:00Z"}]}
                """);

        EnvironmentRecord kept = new Ledger(directory).environment("e-1").orElseThrow();

        assertThat(kept.deploymentId()).isEqualTo(2);
        assertThat(kept.configuration().template()).isEqualTo(SavedSettings.NONE);
        assertThat(kept.progress().underway().isNothing()).isTrue();
    }
}
