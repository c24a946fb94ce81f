package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.LONG;
import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An environment on Spot instances, with real processes behind them. */
class SpotEnvironmentTest {
    private static final String INSTANCES = "aws:ec2:instances";

    @Test
    void anInterruptedInstanceIsEndedAndReplaced(@TempDir Path directory) throws IOException, InterruptedException {
        try (EnvironmentHouse house = new EnvironmentHouse(directory)) {
            house.version("v1", Map.of());
            house.launched(
                    "spare",
                    "Worker",
                    option("aws:autoscaling:asg", "MinSize", "1"),
                    option(INSTANCES, "EnableSpot", "true"),
                    option(INSTANCES, "SpotFleetOnDemandAboveBasePercentage", "0"));
            String first = house.group("spare").instances().get(0).instanceId();
            List<Long> processes = house.processes();
            assertThat(house.cloud.scaling().summary().toString()).contains("purchase=spot");

            URI uri = house.cloud.endpoint().resolve("/_beanpole/spot/interrupt?instance=" + first);
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();

            assertThat(status).isEqualTo(202);
            await().atMost(LONG)
                    .until(() -> house.messages("spare")
                            .contains("Removed instance [" + first + "] from your environment."));
            assertThat(processes).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
            assertThat(house.settled("spare", 1).instances().get(0).instanceId())
                    .isNotEqualTo(first);
        }
    }
}
