package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentInfoDescription;

/** What an update that fails leaves: the queue with its messages, the resources, and the logs that say why. */
class TakingBackTest {
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";
    private static final String PROPERTIES = "aws:elasticbeanstalk:application:environment";
    private static final String LANE = "lane";

    private static EnvironmentHouse house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        house = new EnvironmentHouse(directory);
        house.version("v1", Map.of(), topic("Before"));
        house.version("broken", Map.of("FAIL", "at-start"), topic("After"));
        house.version("good", Map.of(), topic("After"));
        house.version("exits", Map.of("FAIL", "at-start"), topic("Before"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void terminate() {
        house.terminated(LANE);
    }

    @Test
    void aQueueThatAnEnvironmentLeavesKeepsItsMessagesUntilTheUpdateHasSucceeded() {
        house.launched(LANE, "Worker");
        String own = house.queue(LANE);
        house.queues.sqs.sendMessage(
                message -> message.queueUrl(own).messageBody("later").delaySeconds(900));
        String other = house.queues
                .sqs
                .createQueue(request -> request.queueName("another-queue"))
                .queueUrl();

        change(option(SQSD, "WorkerQueueURL", other), option(PROPERTIES, "FAIL", "at-start"));

        assertThat(house.messages(LANE)).contains("Failed to deploy configuration.");
        assertThat(house.queue(LANE)).isEqualTo(own);
        assertThat(house.count(own, "ApproximateNumberOfMessagesDelayed")).isEqualTo(1);

        change(option(SQSD, "WorkerQueueURL", other));

        assertThat(house.queue(LANE)).isEqualTo(other);
        assertThat(house.queues.sqs.listQueues().queueUrls()).containsExactly(other);
        assertThat(house.messages(LANE)).contains("Deleted SQS queue named: " + own);
    }

    @Test
    void resourcesGoBackWhenTheVersionThatChangedThemDoesNotComeUp() {
        house.launched(LANE, "Worker");
        assertThat(topics()).singleElement().asString().contains("-stack-Before-");

        deploy("broken");

        assertThat(house.environment(LANE).versionLabel()).isEqualTo("v1");
        assertThat(topics()).singleElement().asString().contains("-stack-Before-");
    }

    @Test
    void resourcesCannotChangeAlongWithAnImmutableDeploymentAndWhatFailedLeavesItsLogs() {
        house.launched(LANE, "Worker", option(COMMAND, "DeploymentPolicy", "Immutable"));
        List<String> before = instances();

        deploy("good");

        assertThat(house.messages(LANE))
                .anyMatch(each -> each.contains("resources cannot change along with an immutable deployment"));
        assertThat(house.environment(LANE).versionLabel()).isEqualTo("v1");
        assertThat(topics()).singleElement().asString().contains("-stack-Before-");
        assertThat(bundles()).isEmpty();

        deploy("exits");

        assertThat(house.environment(LANE).versionLabel()).isEqualTo("v1");
        assertThat(instances()).isEqualTo(before);
        assertThat(bundles()).singleElement().satisfies(bundle -> {
            assertThat(bundle.ec2InstanceId()).startsWith("i-").isNotIn(before);
            assertThat(bundle.message()).contains("/logs/bundle/");
        });
    }

    private static Map<String, String> topic(String name) {
        return Map.of(".ebextensions/topic.config", "Resources: {" + name + ": {Type: 'AWS::SNS::Topic'}}");
    }

    private static List<String> topics() {
        return house.cloud.sns.listTopics().topics().stream()
                .map(each -> each.topicArn())
                .toList();
    }

    private static List<EnvironmentInfoDescription> bundles() {
        return house.cloud
                .beanstalk
                .retrieveEnvironmentInfo(
                        request -> request.environmentName(LANE).infoType("bundle"))
                .environmentInfo();
    }

    private static List<String> instances() {
        return house.settled(LANE, 1).instances().stream()
                .map(Instance::instanceId)
                .toList();
    }

    private static void change(ConfigurationOptionSetting... options) {
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName(LANE).optionSettings(options));
        house.ready(LANE);
    }

    private static void deploy(String version) {
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName(LANE).versionLabel(version));
        house.ready(LANE);
    }
}
