package io.beanpole.worker.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.task.Task;
import io.beanpole.task.TaskState;
import io.beanpole.worker.TestTasks;
import io.beanpole.worker.TestWorker;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a probe tells of its way. */
class ProbeTest {
    private final TestTasks tasks = new TestTasks();

    @Test
    void aProbeSaysWhichInstanceHadItAndWhen() {
        try (TestWorker worker = TestWorker.start("worker.name=the-instance")) {
            UUID id = tasks.submit("probe", "{}");

            assertThat(worker.deliver(id).statusCode()).isEqualTo(200);

            Task done = tasks.read(id);
            assertThat(done.state()).isEqualTo(TaskState.SUCCEEDED);
            assertThat(done.result().contentType()).startsWith("text/plain");
            assertThat(new String(TestTasks.bytes(done), StandardCharsets.UTF_8))
                    .contains("instance  the-instance")
                    .contains("lane      express")
                    .contains("sent      " + done.createdAt())
                    .contains("received  " + done.startedAt())
                    .containsPattern("waited    [0-9]+\\.[0-9]{3} s");
        }
    }
}
