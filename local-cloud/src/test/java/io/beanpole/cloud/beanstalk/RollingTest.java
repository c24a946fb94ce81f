package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.LONG;
import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** Deployments in batches, through the real SDK, on real processes. */
class RollingTest {
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final String ASG = "aws:autoscaling:asg";

    private static EnvironmentHouse house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        house = new EnvironmentHouse(directory);
        house.version("v1", Map.of("NAME", "one"));
        house.version("v2", Map.of("NAME", "two"));
        house.version("broken", Map.of("FAIL", "at-start"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void terminate() {
        house.terminated("rolls");
    }

    @Test
    void eachBatchIsHealthyBeforeTheNextAndSomeInstanceServesAllTheTime() throws Exception {
        String address = launched("WebServer", "Rolling", "2").cname();
        await().atMost(LONG).until(() -> status(address) == 200);
        Set<Integer> seen = new ConcurrentSkipListSet<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            while (!over.get()) {
                seen.add(status(address));
            }
        });
        caller.start();

        deploy("v2");

        over.set(true);
        caller.join(5_000);
        assertThat(seen).containsExactly(200);
        assertThat(house.environment("rolls").versionLabel()).isEqualTo("v2");
        assertThat(house.health("rolls")).allSatisfy(each -> {
            assertThat(each.deployment().versionLabel()).isEqualTo("v2");
            assertThat(each.deployment().deploymentId()).isEqualTo(2);
        });
        List<String> batches = house.messages("rolls").stream()
                .filter(each -> each.matches("Batch \\d: (Starting|Completed).*"))
                .map(each -> each.replaceAll("\\[.*", ""))
                .toList();
        assertThat(batches)
                .containsExactly(
                        "Batch 1: Starting application deployment on instance(s) ",
                        "Batch 1: Completed application deployment.",
                        "Batch 2: Starting application deployment on instance(s) ",
                        "Batch 2: Completed application deployment.");
    }

    @Test
    void aBatchThatFailsStopsTheDeploymentAndLeavesAMixedFleet() {
        launched("Worker", "Rolling", "3");

        deploy("broken");

        assertThat(house.environment("rolls").versionLabel()).isEqualTo("v1");
        assertThat(house.health("rolls"))
                .extracting(each -> each.deployment().versionLabel() + " "
                        + each.deployment().status() + " "
                        + each.deployment().deploymentId())
                .containsExactlyInAnyOrder("broken Failed 2", "v1 Deployed 1", "v1 Deployed 1");
        assertThat(house.environment("rolls").healthAsString()).isNotEqualTo("Green");
        assertThat(house.messages("rolls"))
                .anyMatch(each -> each.startsWith("During an aborted deployment, some instances may have deployed"))
                .contains("Failed to deploy application.");

        desire(4);

        await().atMost(LONG)
                .until(() -> house.health("rolls").stream()
                                .filter(each -> each.deployment().versionLabel().equals("v1")
                                        && "Deployed".equals(each.deployment().status()))
                                .count()
                        == 3);
        deploy("v2");
        assertThat(versions()).containsExactly("v2");
    }

    @Test
    void aLaunchThatFailsLeavesItsInstanceToLookAtAndTheNextDeploymentHealsIt() {
        house.launchedWith("broken", "rolls", "Worker", option(ASG, "MinSize", "1"));

        assertThat(house.health("rolls").get(0).deployment().status()).isEqualTo("Failed");
        AutoScalingGroup failed = house.group("rolls");
        assertThat(failed.instances().get(0).healthStatus()).isEqualTo("Healthy");
        assertThat(house.activities(failed).get(0).statusCodeAsString()).isEqualTo("Failed");
        assertThat(house.activities(failed).get(0).statusMessage())
                .contains("The application ended 3 times while starting");
        assertThat(house.messages("rolls"))
                .anyMatch(each -> each.startsWith("Create environment operation is complete, but with errors."));

        deploy("v1");

        assertThat(house.environment("rolls").healthAsString()).isEqualTo("Green");
        assertThat(house.group("rolls").instances().get(0).healthStatus()).isEqualTo("Healthy");
        assertThat(house.group("rolls").instances().get(0).instanceId())
                .isEqualTo(failed.instances().get(0).instanceId());
    }

    @Test
    void whatIsWantedDuringADeploymentComesAfterItWithTheNewVersion() {
        launched("Worker", "Rolling", "2");

        update("v2");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(house.group("rolls").suspendedProcesses())
                        .extracting(each -> each.processName())
                        .contains("Launch", "Terminate", "AlarmNotification"));
        desire(3);
        assertThat(house.group("rolls").instances()).hasSize(2);
        house.ready("rolls");

        AutoScalingGroup after = house.settled("rolls", 3);
        assertThat(after.suspendedProcesses()).isEmpty();
        assertThat(versions()).containsExactly("v2");
    }

    private static software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription launched(
            String tier, String policy, String instances) {
        return house.launched(
                "rolls",
                tier,
                option(ASG, "MinSize", instances),
                option(COMMAND, "DeploymentPolicy", policy),
                option(COMMAND, "BatchSizeType", "Fixed"),
                option(COMMAND, "BatchSize", "1"));
    }

    private static void deploy(String version) {
        update(version);
        house.ready("rolls");
    }

    private static void update(String version) {
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("rolls").versionLabel(version));
    }

    private static void desire(int capacity) {
        String group = house.group("rolls").autoScalingGroupName();
        house.cloud.autoScaling.setDesiredCapacity(
                request -> request.autoScalingGroupName(group).desiredCapacity(capacity));
    }

    private static Set<String> versions() {
        Set<String> versions = new TreeSet<>();
        for (SingleInstanceHealth each : house.health("rolls")) {
            versions.add(each.deployment().versionLabel());
        }
        return versions;
    }

    private static int status(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://" + address + "/about"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
