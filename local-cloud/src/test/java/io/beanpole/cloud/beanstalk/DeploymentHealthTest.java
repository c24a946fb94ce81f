package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A deployment under load is held against what the new instances answer, as the health threshold says. */
class DeploymentHealthTest {
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final String HEALTH = "aws:elasticbeanstalk:healthreporting:system";
    private static final String LANE = "lane";

    private static EnvironmentHouse house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        house = new EnvironmentHouse(directory);
        house.version("v1", Map.of());
        house.version("refuses", Map.of("FAIL", "requests"));
        house.version("stumbles", Map.of("FAIL", "a-tenth"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aWorkerVersionThatAnswersMessagesWithErrorsDoesNotTakeOverUnlessTheThresholdAllowsIt() {
        house.launched(
                LANE, "Worker", option(COMMAND, "DeploymentPolicy", "Immutable"), option(COMMAND, "Timeout", "7"));
        List<String> before = instances();
        ScheduledExecutorService load = load(house.queue(LANE));
        try {
            deploy("refuses");

            assertThat(house.environment(LANE).versionLabel()).isEqualTo("v1");
            assertThat(instances()).isEqualTo(before);
            assertThat(house.messages(LANE))
                    .anyMatch(each -> each.matches(".*did not stay healthy for 18 checks in a row: [0-9.]+ % of the"
                            + " requests are failing with HTTP 5xx\\."))
                    .contains("Failed to deploy application.");

            house.cloud.beanstalk.updateEnvironment(request -> request.environmentName(LANE)
                    .optionSettings(option(HEALTH, "HealthCheckSuccessThreshold", "Warning")));
            house.ready(LANE);
            deploy("stumbles");

            assertThat(house.environment(LANE).versionLabel()).isEqualTo("stumbles");
            assertThat(instances()).doesNotContainAnyElementsOf(before);
        } finally {
            load.shutdownNow();
        }
        house.terminated(LANE);
    }

    private static void deploy(String version) {
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName(LANE).versionLabel(version));
        house.ready(LANE);
    }

    /** A hundred messages a second. */
    private static ScheduledExecutorService load(String queue) {
        ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
        load.scheduleWithFixedDelay(
                () -> house.queues.sqs.sendMessageBatch(batch -> batch.queueUrl(queue)
                        .entries(IntStream.range(0, 10)
                                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                                        .id(String.valueOf(i))
                                        .messageBody("work")
                                        .build())
                                .toList())),
                0,
                100,
                TimeUnit.MILLISECONDS);
        return load;
    }

    private static List<String> instances() {
        return house.settled(LANE, 1).instances().stream()
                .map(Instance::instanceId)
                .toList();
    }
}
