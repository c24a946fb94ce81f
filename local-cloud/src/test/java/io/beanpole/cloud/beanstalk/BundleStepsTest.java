package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;
import software.amazon.awssdk.services.sns.model.Subscription;

/** What a bundle does to an environment beside naming an image, and what a bad one does. */
class BundleStepsTest {
    private static final String GROUP = "aws:autoscaling:asg";
    private static final String COMMAND = "aws:elasticbeanstalk:command";

    @TempDir
    private static Path directory;

    private static EnvironmentHouse house;

    @BeforeAll
    static void start() throws IOException {
        house = new EnvironmentHouse(directory);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void commandsRunOnEveryInstanceAndTheLeadersOnOneAndScalingMakesNoNewLeader() throws IOException {
        house.version("steps", Map.of(), Map.of(".ebextensions/10.config", """
                packages: {yum: {jq: []}}
                container_commands:
                  01_migrate: {command: "touch /tmp/migrated", leader_only: true}
                  02_all: {command: "echo $COLOUR > /tmp/colour"}
                """));
        house.launchedWith(
                "steps",
                "steps",
                "WebServer",
                option(GROUP, "MinSize", "2"),
                option("aws:elasticbeanstalk:application:environment", "COLOUR", "green"));

        assertThat(found("tmp/colour"))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file).hasContent("green"));
        assertThat(found("tmp/migrated")).hasSize(1);
        assertThat(house.messages("steps"))
                .contains("The key packages of the configuration file .ebextensions/10.config was not carried out:"
                        + " packages would be installed on this machine.");

        String group = house.group("steps").autoScalingGroupName();
        house.cloud.autoScaling.setDesiredCapacity(
                request -> request.autoScalingGroupName(group).desiredCapacity(3));
        house.settled("steps", 3);

        assertThat(found("tmp/colour")).hasSize(3);
        assertThat(found("tmp/migrated")).hasSize(1);
        house.terminated("steps");
    }

    @Test
    void aFailingCommandFailsTheDeploymentAndTheOldVersionRunsOn() {
        house.version("good", Map.of());
        house.version(
                "broken",
                Map.of(),
                Map.of(
                        ".ebextensions/a.config",
                        "container_commands: {01_migrate: {command: 'echo no table; exit 3'}}"));
        house.launchedWith("good", "commands", "WebServer");
        List<Long> before = house.processes();

        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("commands").versionLabel("broken"));
        house.ready("commands");

        assertThat(house.messages("commands"))
                .anyMatch(each -> each.contains("Command failed on instance. Return code: 3 Output: no table."
                        + " container_command 01_migrate in .ebextensions/a.config failed."));
        assertThat(house.processes()).isEqualTo(before);
        house.terminated("commands");
    }

    @Test
    void aStepThatCrashesFailsTheDeploymentAndTheOldVersionRunsOn() {
        house.version("sound", Map.of());
        house.version("crashes", Map.of(), Map.of(".ebextensions/a.config", """
                files: {"/tmp/tool": {source: "https://localhost/a b"}}
                """));
        house.launchedWith("sound", "crashing", "WebServer");
        List<Long> before = house.processes();

        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("crashing").versionLabel("crashes"));
        house.ready("crashing");

        assertThat(house.messages("crashing"))
                .anyMatch(each -> each.contains("Illegal character in path at index 19: https://localhost/a b"))
                .contains("Failed to deploy application.");
        assertThat(house.health("crashing"))
                .extracting(each -> each.deployment().versionLabel() + " "
                        + each.deployment().status())
                .containsExactly("crashes Failed");
        assertThat(house.environment("crashing").versionLabel()).isEqualTo("sound");
        assertThat(house.processes()).isEqualTo(before);
        house.terminated("crashing");
    }

    @Test
    void anImageThatExitsAtOnceIsSaidInThePlatformsWords() {
        house.version("exits", Map.of("FAIL", "at-start"));
        house.launchedWith("exits", "exits", "WebServer");

        assertThat(house.messages("exits"))
                .anyMatch(each -> each.contains(
                        "ECS task stopped due to: Essential container in task exited. (app: exit code 3)"));
        assertThat(house.messages("exits")).anyMatch(each -> each.contains("but with errors"));
        house.terminated("exits");
    }

    @Test
    void anImageThatEatsItsMemoryIsKilledAndSaid() {
        house.version("eats", Map.of("FAIL", "memory"));
        house.launchedWith("eats", "eats", "WebServer", option(COMMAND, "Timeout", "8"));

        assertThat(house.messages("eats"))
                .anyMatch(each -> each.contains("(app: OutOfMemoryError: Container killed due to memory usage)"));
        house.terminated("eats");
    }

    @Test
    void anImageThatNeverListensFailsWithinTheCommandTimeout() {
        house.version("deaf", Map.of("FAIL", "deaf"));
        house.launchedWith("deaf", "deaf", "WebServer", option(COMMAND, "Timeout", "2"));

        assertThat(house.messages("deaf")).anyMatch(each -> each.contains("was not healthy within 2 seconds: port"));
        house.terminated("deaf");
    }

    @Test
    void aBundleThatIsNoZipEndsInReadyWithAnError() {
        house.cloud.s3.putObject(
                request -> request.bucket("elasticbeanstalk-us-east-1-000000000000")
                        .key("junk.zip"),
                RequestBody.fromString("this is not a zip file"));
        house.cloud.beanstalk.createApplicationVersion(request -> request.applicationName("app")
                .versionLabel("junk")
                .sourceBundle(source -> source.s3Bucket("elasticbeanstalk-us-east-1-000000000000")
                        .s3Key("junk.zip")));
        house.launchedWith("junk", "junk", "WebServer");

        assertThat(house.messages("junk"))
                .anyMatch(each -> each.contains("the source bundle of junk is not a ZIP file"));
        house.terminated("junk");
    }

    @Test
    void aTopicWithItsSubscriptionComesAndGoesWithTheEnvironment() {
        house.version("topic", Map.of(), Map.of(".ebextensions/sns.config", """
                Resources:
                  News:
                    Type: AWS::SNS::Topic
                    Properties: {DisplayName: {"Fn::FindInMap": [Names, news, display]}}
                  Inbox: {Type: AWS::SQS::Queue}
                  InboxHearsNews:
                    Type: AWS::SNS::Subscription
                    Properties:
                      TopicArn: {Ref: News}
                      Protocol: sqs
                      Endpoint: {"Fn::GetAtt": [Inbox, Arn]}
                      RawMessageDelivery: true
                  MayPublish:
                    Type: AWS::SQS::QueuePolicy
                    Properties: {Queues: [{Ref: Inbox}], PolicyDocument: {Statement: []}}
                Mappings: {Names: {news: {display: all the news}}}
                """));
        house.launchedWith("topic", "topic", "WebServer");

        Subscription subscription =
                house.cloud.sns.listSubscriptions().subscriptions().get(0);
        assertThat(subscription.topicArn()).contains("-stack-News-");
        assertThat(house.cloud
                        .sns
                        .getTopicAttributes(request -> request.topicArn(subscription.topicArn()))
                        .attributes())
                .containsEntry("DisplayName", "all the news");
        house.cloud.sns.publish(
                request -> request.topicArn(subscription.topicArn()).message("hello"));
        String queue = house.queues.sqs.listQueues().queueUrls().stream()
                .filter(url -> url.contains("-stack-Inbox-"))
                .findFirst()
                .orElseThrow();
        await().atMost(EnvironmentHouse.LONG)
                .until(() -> house.queues.sqs.receiveMessage(request -> request.queueUrl(queue)).messages().stream()
                        .anyMatch(message -> message.body().equals("hello")));
        assertThat(house.messages("topic"))
                .anyMatch(each -> each.startsWith("The resource MayPublish is an SQS queue policy and has no effect"));

        house.terminated("topic");
        assertThat(house.cloud.sns.listTopics().topics()).isEmpty();
    }

    @Test
    void scheduledActionsAndHooksComeFromResourcesAndOptions() {
        house.version("scheduled", Map.of(), Map.of(".ebextensions/scaling.config", """
                Resources:
                  Night:
                    Type: AWS::AutoScaling::ScheduledAction
                    Properties:
                      AutoScalingGroupName: {Ref: AWSEBAutoScalingGroup}
                      MinSize: 1
                      MaxSize: "2"
                      Recurrence: 0 20 * * *
                  Leaving:
                    Type: AWS::AutoScaling::LifecycleHook
                    Properties:
                      AutoScalingGroupName: {Ref: AWSEBAutoScalingGroup}
                      LifecycleTransition: autoscaling:EC2_INSTANCE_TERMINATING
                      HeartbeatTimeout: 30
                      DefaultResult: CONTINUE
                option_settings:
                  Morning.aws:autoscaling:scheduledaction: {MinSize: "1", Recurrence: 0 8 * * *}
                """));
        house.launchedWith("scheduled", "scheduled", "WebServer");
        String group = house.group("scheduled").autoScalingGroupName();
        assertThat(house.messages("scheduled")).contains("Successfully launched environment: scheduled");

        assertThat(house.cloud
                        .autoScaling
                        .describeScheduledActions(request -> request.autoScalingGroupName(group))
                        .scheduledUpdateGroupActions())
                .extracting(ScheduledUpdateGroupAction::recurrence)
                .containsExactlyInAnyOrder("0 20 * * *", "0 8 * * *");
        assertThat(house.cloud
                        .autoScaling
                        .describeLifecycleHooks(request -> request.autoScalingGroupName(group))
                        .lifecycleHooks())
                .singleElement()
                .satisfies(hook -> assertThat(hook.heartbeatTimeout()).isEqualTo(30));
        house.version("unscheduled", Map.of());
        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("scheduled").versionLabel("unscheduled"));
        house.ready("scheduled");

        assertThat(house.cloud
                        .autoScaling
                        .describeScheduledActions(request -> request.autoScalingGroupName(group))
                        .scheduledUpdateGroupActions())
                .isEmpty();
        assertThat(house.cloud
                        .autoScaling
                        .describeLifecycleHooks(request -> request.autoScalingGroupName(group))
                        .lifecycleHooks())
                .isEmpty();
        house.terminated("scheduled");
    }

    /** Files of that path in the sandboxes of all instances. */
    private static List<Path> found(String path) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("beanstalk").resolve("instances"))) {
            return files.filter(file -> file.endsWith(Path.of("sandbox").resolve(path)))
                    .toList();
        }
    }
}
