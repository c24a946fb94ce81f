package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.LONG;
import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** Swap, abort, rebuild, restart and changed options, through the real SDK, on real processes. */
class EnvironmentMachineTest {
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final String ASG = "aws:autoscaling:asg";
    private static final String PROPERTIES = "aws:elasticbeanstalk:application:environment";

    private static EnvironmentHouse house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        house = new EnvironmentHouse(directory);
        house.version("v1", Map.of("NAME", "one"));
        house.version("v2", Map.of("NAME", "two"));
        house.version("sick", Map.of("FAIL", "health", "NAME", "sick"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void terminate() {
        house.cloud.beanstalk.describeEnvironments(request -> request.includeDeleted(false)).environments().stream()
                .map(EnvironmentDescription::environmentName)
                .forEach(house::terminated);
    }

    @Test
    void environmentsAreSwappedUnderLoadWithoutAFailedRequest() {
        String blue = house.launchedWith("v1", "blue", "WebServer").cname();
        String green = house.launchedWith("v2", "green", "WebServer").cname();
        try (Visitors ofBlue = visitors(blue);
                Visitors ofGreen = visitors(green)) {
            house.cloud.beanstalk.swapEnvironmentCNAMEs(
                    request -> request.sourceEnvironmentName("blue").destinationEnvironmentName("green"));
            await().atMost(LONG).until(() -> ofBlue.count("hello from two") > 50);
            await().atMost(LONG).until(() -> ofGreen.count("hello from one") > 50);

            assertThat(ofBlue.answers().keySet()).containsExactlyInAnyOrder("hello from one", "hello from two");
            assertThat(ofGreen.answers().keySet()).containsExactlyInAnyOrder("hello from one", "hello from two");
        }
        assertThat(house.ready("blue").cname()).isEqualTo(green);
        assertThat(house.ready("green").cname()).isEqualTo(blue);
        assertThat(house.messages("blue"))
                .containsSubsequence(
                        "swapEnvironmentCNAMEs is starting.",
                        "Swapping CNAMEs for environments 'blue' and 'green'.",
                        "Completed swapping CNAMEs for environments 'blue' and 'green'.");

        house.terminated("green");

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(new Visitors(green, 0).answer()).isEqualTo("hello from one"));
    }

    @Test
    void onlyTwoDifferentWebEnvironmentsCanBeSwapped() {
        house.launched("lane", "Worker");

        assertThatThrownBy(() -> house.cloud.beanstalk.swapEnvironmentCNAMEs(
                        request -> request.sourceEnvironmentName("lane").destinationEnvironmentName("lane")))
                .hasMessageContaining("Environment lane is a worker environment");
        assertThatThrownBy(() ->
                        house.cloud.beanstalk.swapEnvironmentCNAMEs(request -> request.sourceEnvironmentName("lane")))
                .hasMessageContaining("worker");
        assertThatThrownBy(
                        () -> house.cloud.beanstalk.abortEnvironmentUpdate(request -> request.environmentName("lane")))
                .hasMessageContaining("Must be pending deployment");
    }

    @Test
    void anAbortedRollingDeploymentStopsAndLeavesAMixedFleet() {
        house.launched(
                "lane",
                "Worker",
                option(ASG, "MinSize", "2"),
                option(COMMAND, "DeploymentPolicy", "Rolling"),
                option(COMMAND, "BatchSize", "50"));

        update("lane", "v2");
        await().atMost(LONG).until(() -> told("lane", "Batch 2: Starting"));
        assertThatThrownBy(() -> update("lane", "v1")).hasMessageContaining("Must be Ready");
        house.cloud.beanstalk.abortEnvironmentUpdate(request -> request.environmentName("lane"));

        assertThat(house.ready("lane").versionLabel()).isEqualTo("v1");
        assertThat(versions("lane")).contains("v2");
        assertThat(house.messages("lane")).anyMatch(each -> each.startsWith("The environment update was aborted."));
        update("lane", "v1");
        house.ready("lane");
        assertThat(versions("lane")).containsExactly("v1");
    }

    @Test
    void aVersionThatNeverGetsHealthyFailsWithinTheCommandTimeout() {
        house.launched("site", "WebServer", option(COMMAND, "Timeout", "3"));
        house.cloud.beanstalk.updateEnvironment(request -> request.environmentName("site")
                .optionSettings(option("aws:elasticbeanstalk:application", "Application Healthcheck URL", "/health")));
        house.ready("site");

        update("site", "sick");

        assertThat(house.ready("site").versionLabel()).isEqualTo("v1");
        assertThat(house.messages("site"))
                .anyMatch(each -> each.contains("The application was not healthy within 3 seconds"));
    }

    @Test
    void aRestartIsNoDeploymentAndARebuildLaunchesEverythingAnew() {
        house.launched("lane", "Worker");
        List<Long> processes = house.processes();
        String queue = house.queue("lane");
        SingleInstanceHealth before = house.health("lane").get(0);

        house.cloud.beanstalk.restartAppServer(request -> request.environmentName("lane"));
        house.ready("lane");

        SingleInstanceHealth restarted = house.health("lane").get(0);
        assertThat(restarted.instanceId()).isEqualTo(before.instanceId());
        assertThat(restarted.deployment().deploymentId()).isEqualTo(1);
        assertThat(house.processes()).doesNotContainAnyElementsOf(processes);
        assertThat(house.messages("lane")).contains("restartAppServer completed successfully.");

        house.cloud.beanstalk.rebuildEnvironment(request -> request.environmentName("lane"));
        String id = house.ready("lane").environmentId();

        assertThat(house.settled("lane", 1).instances().get(0).instanceId()).isNotEqualTo(before.instanceId());
        assertThat(house.queue("lane")).isNotEqualTo(queue);
        assertThat(house.messages("lane")).contains("rebuildEnvironment completed successfully.");

        house.terminated("lane");
        house.cloud.beanstalk.rebuildEnvironment(request -> request.environmentId(id));

        assertThat(house.ready("lane").environmentId()).isEqualTo(id);
        assertThat(house.settled("lane", 1).instances()).hasSize(1);
    }

    @Test
    void whatAnOptionChangesDependsOnItsSeverity() {
        house.launched("lane", "Worker");
        String instance = house.settled("lane", 1).instances().get(0).instanceId();
        List<Long> processes = house.processes();

        change("lane", "aws:elasticbeanstalk:healthreporting:system", "HealthCheckSuccessThreshold", "Warning");
        assertThat(house.processes()).isEqualTo(processes);
        assertThat(deploymentIds("lane")).containsExactly(1L);

        change("lane", PROPERTIES, "COLOUR", "green");
        assertThat(house.processes()).doesNotContainAnyElementsOf(processes);
        assertThat(deploymentIds("lane")).containsExactly(2L);
        assertThat(house.settled("lane", 1).instances().get(0).instanceId()).isEqualTo(instance);

        change("lane", "aws:autoscaling:launchconfiguration", "InstanceType", "t3.small");
        assertThat(house.settled("lane", 1).instances().get(0).instanceId()).isNotEqualTo(instance);
        assertThat(deploymentIds("lane")).containsExactly(3L);
    }

    @Test
    void optionSettingsThatBreakTheApplicationGoBack() {
        house.launched("lane", "Worker");

        change("lane", PROPERTIES, "FAIL", "at-start");

        assertThat(house.messages("lane"))
                .containsSubsequence(
                        "Failed to deploy configuration.",
                        "The environment was reverted to the previous configuration setting.");
        assertThat(house.environment("lane").healthAsString()).isEqualTo("Green");
        assertThat(house.cloud
                        .beanstalk
                        .describeConfigurationSettings(
                                request -> request.applicationName("app").environmentName("lane"))
                        .configurationSettings()
                        .get(0)
                        .optionSettings())
                .noneMatch(each -> each.optionName().equals("FAIL"));
    }

    private static Visitors visitors(String address) {
        Visitors visitors = new Visitors(address, 2);
        await().atMost(LONG).until(() -> visitors.answer().startsWith("hello"));
        visitors.forget();
        return visitors;
    }

    private static void update(String environment, String version) {
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName(environment).versionLabel(version));
    }

    private static void change(String environment, String namespace, String name, String value) {
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName(environment).optionSettings(option(namespace, name, value)));
        house.ready(environment);
    }

    private static boolean told(String environment, String beginning) {
        return house.messages(environment).stream().anyMatch(each -> each.startsWith(beginning));
    }

    private static Set<String> versions(String environment) {
        return house.health(environment).stream()
                .map(each -> each.deployment().versionLabel())
                .collect(Collectors.toSet());
    }

    private static Set<Long> deploymentIds(String environment) {
        return house.health(environment).stream()
                .map(each -> each.deployment().deploymentId())
                .collect(Collectors.toSet());
    }
}
