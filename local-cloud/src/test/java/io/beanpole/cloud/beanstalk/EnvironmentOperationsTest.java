package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.LONG;
import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;

/** What an environment's operations do when something was wrong before them or comes between. */
class EnvironmentOperationsTest {
    private static final String ASG = "aws:autoscaling:asg";
    private static final String TOO_MANY = "Invalid option value: '5' (Namespace: 'aws:autoscaling:asg', OptionName:"
            + " 'MinSize'): Value must not be greater than MaxSize, which is 4.";

    @TempDir
    private Path directory;

    private EnvironmentHouse house;

    @BeforeEach
    void start() throws IOException {
        house = new EnvironmentHouse(directory);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void boundsThatNoGroupCanHaveAreRefusedAtOnce() {
        house.version("v1", Map.of());
        assertThatThrownBy(() -> house.launched("lane", "Worker", option(ASG, "MinSize", "5")))
                .isInstanceOfSatisfying(
                        ElasticBeanstalkException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ConfigurationValidationException"))
                .hasMessageContaining(TOO_MANY);
        house.launched("lane", "Worker");

        assertThatThrownBy(() -> house.cloud.beanstalk.updateEnvironment(
                        request -> request.environmentName("lane").optionSettings(option(ASG, "MinSize", "5"))))
                .hasMessageContaining(TOO_MANY);

        assertThat(house.environment("lane").statusAsString()).isEqualTo("Ready");
    }

    @Test
    void boundsOfABundleThatNoGroupCanHaveFailItsDeploymentWithTheReason() {
        house.version("v1", Map.of());
        house.launched("lane", "Worker");
        house.version(
                "v2",
                Map.of(),
                Map.of(".ebextensions/10.config", "option_settings:\n  aws:autoscaling:asg:\n    MinSize: 5\n"));

        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("lane").versionLabel("v2"));

        assertThat(house.ready("lane").versionLabel()).isEqualTo("v1");
        assertThat(house.messages("lane")).contains(TOO_MANY, "Failed to deploy application.");
        assertThat(house.settled("lane", 1).minSize()).isEqualTo(1);
    }

    @Test
    void optionsOfABundleThatThereAreNotOrThatMeanNothingFailItsDeploymentOneByOne() {
        house.version("v1", Map.of());
        house.launched(
                "lane",
                "Worker",
                option("aws:elasticbeanstalk:xray", "XRayEnabled", "true"),
                night("MinSize", "1"),
                night("Recurrence", "0 20 * * *"));
        house.version("v2", Map.of(), Map.of(".ebextensions/10.config", """
                option_settings:
                  aws:elasticbeanstalk:sqsd:
                    HttpConnections: lots
                    HttpConection: 5
                """));

        house.cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("lane").versionLabel("v2"));

        assertThat(house.ready("lane").versionLabel()).isEqualTo("v1");
        assertThat(house.messages("lane"))
                .contains(
                        "The option setting (Namespace: 'aws:elasticbeanstalk:xray', OptionName: 'XRayEnabled') has no"
                                + " effect: there is no X-Ray daemon here.")
                .containsSubsequence(
                        "\"option_settings\" in one of the configuration files failed validation. More details to"
                                + " follow.",
                        "Invalid option value: 'lots' (Namespace: 'aws:elasticbeanstalk:sqsd', OptionName:"
                                + " 'HttpConnections'): Value must be a number from 1 to 100.",
                        "Invalid option specification (Namespace: 'aws:elasticbeanstalk:sqsd', OptionName:"
                                + " 'HttpConection'): Unknown configuration setting.",
                        "Failed to deploy application.");
        assertThat(house.cloud.autoScaling.describeScheduledActions().scheduledUpdateGroupActions())
                .hasSize(1);
    }

    @Test
    void resourcesMayReferToAllThatElasticBeanstalkMakesForAWebEnvironment() {
        house.version("v1", Map.of(), Map.of(".ebextensions/10.config", """
                Resources:
                  Referring:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      AlarmDescription: {"Fn::Join": [" ", [{Ref: AWSEBV2LoadBalancer},
                        {"Fn::GetAtt": [AWSEBV2LoadBalancer, LoadBalancerFullName]},
                        {"Fn::GetAtt": [AWSEBV2LoadBalancerTargetGroup, TargetGroupFullName]},
                        {"Fn::GetAtt": [AWSEBSecurityGroup, GroupId]}, {Ref: AWSEBEC2LaunchTemplate},
                        {Ref: "AWS::Partition"}, {Ref: "AWS::URLSuffix"}, {Ref: "AWS::StackId"}]]}
                      Namespace: Lane
                      MetricName: Depth
                      Statistic: Maximum
                      Period: 60
                      EvaluationPeriods: 1
                      Threshold: 5
                      ComparisonOperator: GreaterThanThreshold
                """));
        house.launched("lane", "WebServer");

        assertThat(house.messages("lane")).contains("Successfully launched environment: lane");
        assertThat(house.cloud.cloudWatch.describeAlarms().metricAlarms())
                .filteredOn(each -> each.alarmName().contains("-stack-Referring-"))
                .singleElement()
                .satisfies(each -> assertThat(each.alarmDescription())
                        .matches("arn:aws:elasticloadbalancing:us-east-1:[0-9]{12}:loadbalancer/app/\\S+"
                                + " awseb-e-\\w+-stack-AWSEBV2LoadBalancer targetgroup/\\S+ sg-\\w{17} lt-\\w{17} aws"
                                + " amazonaws\\.com arn:aws:cloudformation:us-east-1:[0-9]{12}:stack/awseb-\\S+"));
    }

    private static ConfigurationOptionSetting night(String name, String value) {
        return option("aws:autoscaling:scheduledaction", name, value).copy(setting -> setting.resourceName("Night"));
    }

    @Test
    void aCorrectedOptionLaunchesWhatTheFirstLaunchCouldNot() {
        house.version("v1", Map.of(), Map.of(".ebextensions/10.config", """
                Resources:
                  Deep:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      Namespace: Lane
                      MetricName: Depth
                      Statistic: Maximum
                      Period: {"Fn::GetOptionSetting": {OptionName: Period, DefaultValue: "7"}}
                      EvaluationPeriods: 1
                      Threshold: 5
                      ComparisonOperator: GreaterThanOrEqualToThreshold
                """));
        house.launched("lane", "Worker");
        assertThat(house.group("lane").instances()).isEmpty();

        house.cloud.beanstalk.updateEnvironment(request -> request.environmentName("lane")
                .optionSettings(option("aws:elasticbeanstalk:customoption", "Period", "60")));

        house.ready("lane");
        house.settled("lane", 1);
        assertThat(house.messages("lane")).contains("Environment update completed successfully.");
    }

    @Test
    void aTerminationThatAStopCutIsFinishedAtTheNextStart() throws IOException {
        house.version("v1", Map.of());
        house.launched("lane", "Worker");
        String queue = house.queue("lane");
        assertThat(house.cloud.cloudWatch.describeAlarms().metricAlarms()).isNotEmpty();

        house.restart(kept -> kept.replaceAll("(\"status\"\\s*:\\s*\")Ready\"", "$1Terminating\""));

        await().atMost(LONG)
                .until(() -> house.cloud
                        .beanstalk
                        .describeEnvironments(
                                request -> request.environmentNames("lane").includeDeleted(false))
                        .environments()
                        .isEmpty());
        assertThat(house.cloud.autoScaling.describeAutoScalingGroups().autoScalingGroups())
                .isEmpty();
        assertThat(house.cloud.cloudWatch.describeAlarms().metricAlarms()).isEmpty();
        assertThat(house.queues.sqs.listQueues().queueUrls()).doesNotContain(queue);
    }

    @Test
    void anEnvironmentThatIsTerminatedWhileItLaunchesIsTerminatingAllTheTime() {
        house.version("v1", Map.of());
        house.cloud.beanstalk.createEnvironment(request -> request.applicationName("app")
                .environmentName("lane")
                .versionLabel("v1")
                .tier(tier -> tier.name("Worker").type("SQS/HTTP")));

        house.cloud.beanstalk.terminateEnvironment(request -> request.environmentName("lane"));

        await().atMost(LONG).until(() -> {
            List<String> statuses = house
                    .cloud
                    .beanstalk
                    .describeEnvironments(
                            request -> request.environmentNames("lane").includeDeleted(false))
                    .environments()
                    .stream()
                    .map(each -> each.statusAsString())
                    .toList();
            assertThat(statuses).isSubsetOf("Terminating");
            return statuses.isEmpty();
        });
    }

    @Test
    void daemonsThatRestartWhileTheGroupGrowsAllHaveTheNewOptions() {
        house.version("v1", Map.of());
        house.launched("lane", "Worker");
        house.cloud.autoScaling.setDesiredCapacity(
                request -> request.autoScalingGroupName(house.group("lane").autoScalingGroupName())
                        .desiredCapacity(3));

        house.cloud.beanstalk.updateEnvironment(request -> request.environmentName("lane")
                .optionSettings(option("aws:elasticbeanstalk:sqsd", "HttpPath", "/work")));

        house.ready("lane");
        assertThat(house.settled("lane", 3).suspendedProcesses()).isEmpty();
        assertThat(house.processes()).hasSize(3);
    }

    @Test
    void instancesLeaveTheirLogsUntilTheirEnvironmentIsTerminated() {
        house.version("v1", Map.of());
        house.launched("lane", "Worker", option(ASG, "MinSize", "0"));
        house.cloud.autoScaling.setDesiredCapacity(
                request -> request.autoScalingGroupName(house.group("lane").autoScalingGroupName())
                        .desiredCapacity(1));
        String id = house.settled("lane", 1).instances().get(0).instanceId();
        Path instances = directory
                .resolve("beanstalk/instances")
                .resolve(house.environment("lane").environmentId());
        assertThat(instances.resolve(id)).exists();

        house.cloud.autoScaling.setDesiredCapacity(
                request -> request.autoScalingGroupName(house.group("lane").autoScalingGroupName())
                        .desiredCapacity(0));

        house.settled("lane", 0);
        assertThat(names(instances.resolve(id))).containsExactly("logs");
        house.terminated("lane");
        assertThat(instances).doesNotExist();
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
