package io.beanpole.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose process a ready file speaks of. */
class LocalCloudProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aPidThatAnotherProgramHasNowIsLeftAlone() throws IOException {
        ready(ProcessHandle.current().pid());

        assertThat(process().running()).isEmpty();
        assertThat(process().stop()).isFalse();
    }

    @Test
    void aReadyFileOfADeadProcessMeansThatNothingRuns() throws IOException {
        ready(Integer.MAX_VALUE);

        assertThat(process().running()).isEmpty();
    }

    @Test
    void aReadyFileTellsHowToReachTheCloudAndItsDatabase() throws IOException {
        ready(1);

        var state = LocalCloudState.read(folder).orElseThrow();

        assertThat(state.endpoint()).hasToString("http://127.0.0.1:4566");
        assertThat(state.database()).containsEntry("hostname", "127.0.0.1").containsEntry("port", "5432");
        assertThat(state.runsContainers()).isFalse();
        assertThat(state.toString()).doesNotContain("hidden");
    }

    @Test
    void anUnbuiltCheckoutIsASentence() {
        var process = process();

        assertThatThrownBy(() -> process.start(new LocalCloudOptions(
                        0, 0, 0, "host", "60", new SqsdChoices("3.0.5-measured", "guarded", false, false))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("The local cloud is not built");
    }

    private LocalCloudProcess process() {
        return new LocalCloudProcess(new LocalCloudCommand(folder.resolve("checkout")), folder);
    }

    private void ready(long pid) throws IOException {
        Files.writeString(folder.resolve("local-cloud.json"), """
                {"pid": %d, "endpoint": "http://127.0.0.1:4566", "region": "us-east-1", "accountId": "000000000000",
                 "accessKeyId": "id", "secretAccessKey": "hidden", "runtime": "host",
                 "database": {"hostname": "127.0.0.1", "port": 5432, "name": "n", "username": "u", "password": "hidden"}}
                """.formatted(pid));
    }
}
