package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.LONG;
import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;

/** Deployments that launch further instances, through the real SDK, on real processes and under load. */
class DeploymentPoliciesTest {
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final String SPLITTING = "aws:elasticbeanstalk:trafficsplitting";
    private static final String ASG = "aws:autoscaling:asg";
    private static final String ENVIRONMENT = "policies";

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
        house.terminated(ENVIRONMENT);
    }

    @Test
    void anImmutableDeploymentPutsNewInstancesInThePlaceOfTheOldOnesWithoutAFailedRequest() {
        String address = launched("WebServer", "Immutable", 2);
        AutoScalingGroup before = house.settled(ENVIRONMENT, 2);

        try (Visitors visitors = visitors(address)) {
            deploy("v2");

            assertThat(visitors.answer()).isEqualTo("hello from two");
            assertThat(visitors.answers().keySet()).containsExactlyInAnyOrder("hello from one", "hello from two");
        }
        AutoScalingGroup after = house.settled(ENVIRONMENT, 2);
        assertThat(after.autoScalingGroupName()).isEqualTo(before.autoScalingGroupName());
        assertThat(ids(after)).doesNotContainAnyElementsOf(ids(before));
        assertThat(after.maxSize()).isEqualTo(4);
        assertThat(after.instances()).noneMatch(Instance::protectedFromScaleIn);
        assertThat(groups()).containsExactly(after.autoScalingGroupName());
        assertThat(versions()).containsExactly("v2 Deployed 2");
        assertThat(house.environment(ENVIRONMENT).versionLabel()).isEqualTo("v2");
        assertThat(house.messages(ENVIRONMENT))
                .contains("Immutable deployment policy enabled. Launching one instance with the new settings to verify"
                        + " health.")
                .anyMatch(each -> each.matches("Created temporary auto scaling group"
                        + " awseb-e-\\w+-immutable-stack-AWSEBAutoScalingGroup-\\w+\\."))
                .containsSubsequence(
                        "Attached new instance(s) to the permanent auto scaling group " + after.autoScalingGroupName()
                                + ".",
                        "Deployment succeeded. Terminating old instances and temporary Auto Scaling group.",
                        "New application version was deployed to running EC2 instances.",
                        "Environment update completed successfully.");
    }

    @Test
    void anImmutableDeploymentOfABrokenVersionLeavesTheEnvironmentAsItWas() {
        launched("Worker", "Immutable", 2);
        AutoScalingGroup before = house.settled(ENVIRONMENT, 2);

        deploy("broken");

        assertThat(ids(house.settled(ENVIRONMENT, 2))).containsExactlyElementsOf(ids(before));
        assertThat(versions()).containsExactly("v1 Deployed 1");
        assertThat(groups()).containsExactly(before.autoScalingGroupName());
        assertThat(house.environment(ENVIRONMENT).versionLabel()).isEqualTo("v1");
        assertThat(house.environment(ENVIRONMENT).healthAsString()).isEqualTo("Green");
        assertThat(house.messages(ENVIRONMENT)).contains("Failed to deploy application.");
    }

    @Test
    void newInstancesGetTheirShareOfTheTrafficBeforeTheyTakeOver() {
        String address = launched(
                "WebServer",
                "TrafficSplitting",
                1,
                option(SPLITTING, "NewVersionPercent", "25"),
                option(SPLITTING, "EvaluationTime", "6"));

        try (Visitors visitors = visitors(address)) {
            update("v2");
            await().atMost(LONG).until(() -> told("Sending 25 percent of the traffic"));
            visitors.forget();
            await().atMost(LONG).until(() -> visitors.count("hello from one") >= 150);
            double share = visitors.count("hello from two")
                    / (double) (visitors.count("hello from one") + visitors.count("hello from two"));
            house.ready(ENVIRONMENT);

            assertThat(share).isBetween(0.2, 0.3);
            assertThat(visitors.answer()).isEqualTo("hello from two");
            assertThat(visitors.answers().keySet()).containsExactlyInAnyOrder("hello from one", "hello from two");
        }
        assertThat(house.environment(ENVIRONMENT).versionLabel()).isEqualTo("v2");
        assertThat(versions()).containsExactly("v2 Deployed 2");
    }

    @Test
    void anAbortedTrafficSplitSendsAllTrafficBackToTheOldInstances() {
        String address = launched(
                "WebServer",
                "TrafficSplitting",
                1,
                option(SPLITTING, "NewVersionPercent", "50"),
                option(SPLITTING, "EvaluationTime", "600"));
        List<String> before = ids(house.settled(ENVIRONMENT, 1));

        try (Visitors visitors = visitors(address)) {
            update("v2");
            await().atMost(LONG).until(() -> visitors.count("hello from two") > 0);
            assertThat(house.environment(ENVIRONMENT).abortableOperationInProgress())
                    .isTrue();
            house.cloud.beanstalk.abortEnvironmentUpdate(request -> request.environmentName(ENVIRONMENT));
            house.ready(ENVIRONMENT);

            visitors.forget();
            await().atMost(LONG).until(() -> visitors.count("hello from one") > 50);
            assertThat(visitors.answers().keySet()).containsExactly("hello from one");
        }
        assertThat(ids(house.settled(ENVIRONMENT, 1))).containsExactlyElementsOf(before);
        assertThat(house.environment(ENVIRONMENT).abortableOperationInProgress())
                .isFalse();
        assertThat(house.messages(ENVIRONMENT)).contains("abortEnvironmentUpdate is starting.");
    }

    @Test
    void trafficSplittingWithoutALoadBalancerIsRefusedInWords() {
        assertThatThrownBy(() -> launched("Worker", "TrafficSplitting", 1))
                .hasMessageContaining("needs an application load balancer, which a worker environment doesn't have");
        house.launched(ENVIRONMENT, "Worker", option(ASG, "MinSize", "1"));
        house.version("splits", Map.of("NAME", "two"), Map.of(".ebextensions/split.config", """
                option_settings:
                  aws:elasticbeanstalk:command:
                    DeploymentPolicy: TrafficSplitting
                """));

        deploy("splits");

        assertThat(house.environment(ENVIRONMENT).versionLabel()).isEqualTo("v1");
        assertThat(house.messages(ENVIRONMENT))
                .anyMatch(each ->
                        each.contains("needs an application load balancer, which a worker environment doesn't have"));
    }

    @Test
    void anAdditionalBatchKeepsTheCapacityAndIsEndedAfterwards() {
        launched(
                "Worker",
                "RollingWithAdditionalBatch",
                2,
                option(COMMAND, "BatchSizeType", "Fixed"),
                option(COMMAND, "BatchSize", "1"));
        List<String> before = ids(house.settled(ENVIRONMENT, 2));

        update("v2");
        await().atMost(LONG).until(() -> house.group(ENVIRONMENT).instances().size() == 3);
        house.ready(ENVIRONMENT);

        AutoScalingGroup after = house.settled(ENVIRONMENT, 2);
        assertThat(ids(after)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(after.desiredCapacity()).isEqualTo(2);
        assertThat(after.maxSize()).isEqualTo(4);
        assertThat(versions()).containsExactly("v2 Deployed 2");

        deploy("broken");

        assertThat(house.settled(ENVIRONMENT, 2).desiredCapacity()).isEqualTo(2);
        assertThat(versions()).containsExactly("v2 Deployed 2");
    }

    private static String launched(String tier, String policy, int instances, ConfigurationOptionSetting... more) {
        List<ConfigurationOptionSetting> options = new ArrayList<>(List.of(more));
        options.add(option(COMMAND, "DeploymentPolicy", policy));
        options.add(option(ASG, "MinSize", String.valueOf(instances)));
        return house.launched(ENVIRONMENT, tier, options.toArray(ConfigurationOptionSetting[]::new))
                .cname();
    }

    /** They begin when the environment answers. */
    private static Visitors visitors(String address) {
        Visitors visitors = new Visitors(address, 3);
        await().atMost(LONG).until(() -> visitors.answer().startsWith("hello"));
        visitors.forget();
        return visitors;
    }

    private static void deploy(String version) {
        update(version);
        house.ready(ENVIRONMENT);
    }

    private static void update(String version) {
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName(ENVIRONMENT).versionLabel(version));
    }

    private static boolean told(String beginning) {
        return house.messages(ENVIRONMENT).stream().anyMatch(each -> each.startsWith(beginning));
    }

    private static List<String> ids(AutoScalingGroup group) {
        return group.instances().stream().map(Instance::instanceId).toList();
    }

    private static Set<String> groups() {
        return house.cloud.autoScaling.describeAutoScalingGroups().autoScalingGroups().stream()
                .map(AutoScalingGroup::autoScalingGroupName)
                .collect(Collectors.toSet());
    }

    private static Set<String> versions() {
        return house.health(ENVIRONMENT).stream()
                .map(each -> each.deployment().versionLabel() + " "
                        + each.deployment().status() + " "
                        + each.deployment().deploymentId())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
