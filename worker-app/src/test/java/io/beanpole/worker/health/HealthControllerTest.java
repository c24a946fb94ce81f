package io.beanpole.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.worker.TestWorker;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class HealthControllerTest {
    @Test
    void aWorkerThatCanWorkIsHealthyUntilItCannot() {
        try (TestWorker worker = TestWorker.start()) {
            assertThat(worker.get("/health").statusCode()).isEqualTo(200);

            worker.removeItsDirectory();

            HttpResponse<String> answer = worker.get("/health");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("The work directory can't be written.");
        }
    }
}
