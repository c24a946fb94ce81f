package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.LONG;
import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.cloudwatch.AlarmFiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityInProgressException;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;

/** An environment's group, through the real SDK, with real processes behind it. */
class GroupTest {
    private static final String ASG = "aws:autoscaling:asg";

    private static EnvironmentHouse house;

    private AutoScalingGroup group;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        house = new EnvironmentHouse(directory);
        house.version("v1", Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void launch() {
        house.launched("lane", "Worker", option(ASG, "MinSize", "1"), option(ASG, "MaxSize", "3"));
        group = house.group("lane");
    }

    @AfterEach
    void terminate() {
        house.terminated("lane");
    }

    @Test
    void desiredCapacityLaunchesAndEndsRealInstances() {
        assertThat(group.autoScalingGroupName())
                .matches("awseb-e-[a-z0-9]{10}-stack-AWSEBAutoScalingGroup-[A-Z0-9]{12}");
        assertThat(group.desiredCapacity()).isEqualTo(1);
        assertThat(group.defaultCooldown()).isEqualTo(360);

        desire(3);

        AutoScalingGroup grown = house.settled("lane", 3);
        assertThat(house.health("lane"))
                .extracting(each -> each.deployment().versionLabel())
                .containsExactly("v1", "v1", "v1");
        List<Long> processes = house.processes();
        assertThat(processes).hasSize(3).allMatch(pid -> ProcessHandle.of(pid).isPresent());
        Activity launch = house.activities(grown).get(0);
        assertThat(launch.description()).startsWith("Launching a new EC2 instance: i-");
        assertThat(launch.statusCodeAsString()).isEqualTo("Successful");
        assertThat(launch.cause())
                .matches(
                        "At .*Z a user request explicitly set group desired capacity changing the desired capacity from"
                                + " 1 to 3\\.  At .*Z an instance was started in response to a difference between desired and"
                                + " actual capacity, increasing the capacity from 1 to 3\\.");
        String first = grown.instances().get(0).instanceId();
        assertThat(house.environment("lane").healthAsString()).isEqualTo("Green");

        desire(1);

        AutoScalingGroup shrunk = house.settled("lane", 1);
        assertThat(shrunk.instances()).extracting(Instance::instanceId).doesNotContain(first);
        assertThat(processes.stream().filter(pid -> ProcessHandle.of(pid).isPresent()))
                .hasSize(1);
        assertThat(house.activities(shrunk).get(0).description()).startsWith("Terminating EC2 instance: i-");
        assertThat(house.activities(shrunk).get(0).cause())
                .contains("shrinking the capacity from 3 to 1.")
                .contains("was selected for termination.");
        assertThat(house.messages("lane"))
                .contains("Removed instance [" + first + "] from your environment.")
                .contains("Created Auto Scaling group named: " + group.autoScalingGroupName());
        assertThat(house.environment("lane").healthAsString()).isEqualTo("Green");
    }

    @Test
    void aStepPolicyAddsByTheSizeOfTheBreachAndNotTwiceWhileInstancesWarmUp() {
        house.cloud.autoScaling.putScalingPolicy(request -> request.autoScalingGroupName(group.autoScalingGroupName())
                .policyName("up")
                .policyType("StepScaling")
                .adjustmentType("ChangeInCapacity")
                .estimatedInstanceWarmup(300)
                .stepAdjustments(
                        step -> step.metricIntervalLowerBound(0.0)
                                .metricIntervalUpperBound(10.0)
                                .scalingAdjustment(1),
                        step -> step.metricIntervalLowerBound(10.0).scalingAdjustment(2)));

        execute("up", 105);
        execute("up", 105);

        assertThat(house.settled("lane", 2).desiredCapacity()).isEqualTo(2);
        execute("up", 105);
        assertThat(house.group("lane").desiredCapacity()).isEqualTo(2);
        execute("up", 111);
        assertThat(house.settled("lane", 3).desiredCapacity()).isEqualTo(3);
        assertThat(house.activities(group).get(0).cause())
                .contains("a user request executed policy up changing the desired capacity from 2 to 3.");
    }

    @Test
    void anAlarmRunsASimplePolicyWhichThenWaitsForItsCooldown() {
        String arn = house.cloud
                .autoScaling
                .putScalingPolicy(request -> request.autoScalingGroupName(group.autoScalingGroupName())
                        .policyName("more")
                        .adjustmentType("ChangeInCapacity")
                        .scalingAdjustment(1)
                        .cooldown(120))
                .policyARN();

        assertThat(fired(arn)).isEqualTo("Policy more adds 1 at a capacity of 1: the desired capacity becomes 2.");
        assertThat(fired(arn)).contains("a scaling activity is in progress");
        house.settled("lane", 2);
        assertThat(fired(arn)).contains("the cooldown lasts until");
        assertThatThrownBy(() -> house.cloud.autoScaling.executePolicy(
                        request -> request.autoScalingGroupName(group.autoScalingGroupName())
                                .policyName("more")
                                .honorCooldown(true)))
                .isInstanceOf(ScalingActivityInProgressException.class);
        assertThat(house.activities(group).get(0).cause())
                .contains(
                        "a monitor alarm deep in state ALARM triggered policy more changing the desired capacity from 1"
                                + " to 2.");
    }

    @Test
    void aProtectedInstanceStaysUntilItsProtectionEnds() {
        String kept = group.instances().get(0).instanceId();
        protect(kept, true);
        desire(2);
        house.settled("lane", 2);
        String other = house.group("lane").instances().stream()
                .map(Instance::instanceId)
                .filter(id -> !id.equals(kept))
                .findFirst()
                .orElseThrow();
        protect(other, true);

        desire(1);

        assertThat(house.group("lane").desiredCapacity()).isEqualTo(1);
        assertThat(house.group("lane").instances()).hasSize(2);
        assertThat(house.activities(group).get(0).description())
                .isEqualTo("Could not scale to desired capacity because all remaining instances are protected from"
                        + " scale-in.");
        assertThat(house.activities(group).get(0).cause())
                .endsWith("the capacity stayed at 2 in spite of a difference between desired and actual capacity.")
                .doesNotContain("taken out of service");
        int told = house.activities(group).size();
        protect(other, true);
        assertThat(house.activities(group)).hasSize(told);
        protect(other, false);
        assertThat(house.settled("lane", 1).instances().get(0).instanceId()).isEqualTo(kept);
    }

    @Test
    void anInstanceThatIsTerminatedIsReplacedUnlessTheCapacityIsDecremented() {
        String first = group.instances().get(0).instanceId();
        assertThatThrownBy(() -> terminate(first, true))
                .isInstanceOf(AutoScalingException.class)
                .hasMessageContaining("Currently, desiredSize equals minSize (1).");

        terminate(first, false);

        await().atMost(LONG)
                .until(() -> house.group("lane").instances().size() == 1
                        && !house.group("lane").instances().get(0).instanceId().equals(first));
        desire(2);
        String second = house.settled("lane", 2).instances().get(0).instanceId();
        terminate(second, true);
        assertThat(house.settled("lane", 1).desiredCapacity()).isEqualTo(1);
    }

    @Test
    void anInstanceThatIsScaledInFirstFinishesWhatItWorksOn() {
        house.cloud.beanstalk.updateEnvironment(request -> request.environmentName("lane")
                .optionSettings(option(ASG, "MinSize", "0"), option("aws:elasticbeanstalk:sqsd", "HttpPath", "/slow")));
        house.ready("lane");
        String queue = house.queue("lane");
        house.queues.sqs.sendMessage(request -> request.queueUrl(queue).messageBody("takes a while"));
        await().atMost(LONG).until(() -> house.isLogged("works for a while"));

        desire(0);

        assertThat(house.group("lane").instances().get(0).lifecycleStateAsString())
                .isEqualTo("Terminating");
        house.settled("lane", 0);
        assertThat(house.count(queue, "ApproximateNumberOfMessages")).isZero();
        assertThat(house.count(queue, "ApproximateNumberOfMessagesNotVisible")).isZero();
    }

    @Test
    void suspendedProcessesRest() {
        house.cloud.autoScaling.suspendProcesses(request ->
                request.autoScalingGroupName(group.autoScalingGroupName()).scalingProcesses("Launch"));

        desire(2);

        assertThat(house.group("lane").instances()).hasSize(1);
        assertThat(house.group("lane").suspendedProcesses())
                .extracting(SuspendedProcess::processName)
                .containsExactly("Launch");
        house.cloud.autoScaling.resumeProcesses(request ->
                request.autoScalingGroupName(group.autoScalingGroupName()).scalingProcesses("Launch"));
        house.settled("lane", 2);
    }

    @Test
    void optionsBoundTheGroupAndItComesBackAtItsSizeAfterARestart() throws IOException {
        house.cloud.beanstalk.updateEnvironment(request -> request.environmentName("lane")
                .optionSettings(
                        option(ASG, "MinSize", "2"), option(ASG, "MaxSize", "5"), option(ASG, "Cooldown", "60")));
        house.ready("lane");
        AutoScalingGroup bounded = house.settled("lane", 2);
        assertThat(List.of(bounded.minSize(), bounded.maxSize(), bounded.defaultCooldown()))
                .containsExactly(2, 5, 60);
        desire(3);
        house.settled("lane", 3);

        house.cloud.autoScaling.putScalingPolicy(request -> request.autoScalingGroupName(group.autoScalingGroupName())
                .policyName("more")
                .adjustmentType("ChangeInCapacity")
                .scalingAdjustment(1));
        house.restart();

        house.ready("lane");
        AutoScalingGroup back = house.settled("lane", 3);
        assertThat(back.autoScalingGroupName()).isEqualTo(group.autoScalingGroupName());
        assertThat(back.maxSize()).isEqualTo(5);
        assertThat(house.cloud
                        .autoScaling
                        .describePolicies(request -> request.autoScalingGroupName(group.autoScalingGroupName()))
                        .scalingPolicies())
                .extracting(ScalingPolicy::policyName, ScalingPolicy::policyType)
                .contains(tuple("more", "SimpleScaling"));
        house.terminated("lane");
        assertThat(house.cloud.autoScaling.describeAutoScalingGroups().autoScalingGroups())
                .isEmpty();
        house.launched("lane", "Worker");
    }

    @Test
    void theGroupsSizeIsMeasured() {
        desire(2);
        house.settled("lane", 2);

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(house.cloud.metrics)
                        .containsEntry("GroupDesiredCapacity", 2.0)
                        .containsEntry("GroupInServiceInstances", 2.0)
                        .containsEntry("GroupPendingInstances", 0.0)
                        .containsEntry("GroupMaxSize", 3.0));
    }

    @Test
    void requestsThatMakeNoSenseAreRefusedAsOnAws() {
        assertThatThrownBy(() -> desire(4))
                .isInstanceOfSatisfying(
                        AutoScalingException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError"))
                .hasMessageContaining("New SetDesiredCapacity value 4 is above max value 3 for the AutoScalingGroup.");
        assertThatThrownBy(() -> house.cloud.autoScaling.setDesiredCapacity(
                        request -> request.autoScalingGroupName("nobody").desiredCapacity(1)))
                .hasMessageContaining("AutoScalingGroup name not found - no such group: nobody");
        assertThatThrownBy(() -> house.cloud.autoScaling.putScalingPolicy(request -> request.autoScalingGroupName(
                                group.autoScalingGroupName())
                        .policyName("gap")
                        .policyType("StepScaling")
                        .adjustmentType("ChangeInCapacity")
                        .stepAdjustments(
                                step -> step.metricIntervalLowerBound(0.0)
                                        .metricIntervalUpperBound(5.0)
                                        .scalingAdjustment(1),
                                step -> step.metricIntervalLowerBound(6.0).scalingAdjustment(2))))
                .hasMessageContaining("leave a gap from 5.0 to 6.0");
        assertThatThrownBy(() -> house.cloud.autoScaling.updateAutoScalingGroup(
                        request -> request.autoScalingGroupName(group.autoScalingGroupName())
                                .minSize(9)))
                .hasMessageContaining("Max bound, 3, must be greater than or equal to min bound, 9");
    }

    private void desire(int capacity) {
        house.cloud.autoScaling.setDesiredCapacity(request ->
                request.autoScalingGroupName(group.autoScalingGroupName()).desiredCapacity(capacity));
    }

    private void execute(String policy, double value) {
        house.cloud.autoScaling.executePolicy(request -> request.autoScalingGroupName(group.autoScalingGroupName())
                .policyName(policy)
                .metricValue(value)
                .breachThreshold(100.0));
    }

    private void protect(String instance, boolean isProtected) {
        house.cloud.autoScaling.setInstanceProtection(
                request -> request.autoScalingGroupName(group.autoScalingGroupName())
                        .instanceIds(instance)
                        .protectedFromScaleIn(isProtected));
    }

    private void terminate(String instance, boolean decrements) {
        house.cloud.autoScaling.terminateInstanceInAutoScalingGroup(
                request -> request.instanceId(instance).shouldDecrementDesiredCapacity(decrements));
    }

    private String fired(String policyArn) {
        assertThat(house.cloud.scaling().alarmAction().accepts(policyArn)).isTrue();
        return house.cloud
                .scaling()
                .alarmAction()
                .run(
                        policyArn,
                        new AlarmFiring(
                                "deep", "arn:aws:cloudwatch:x", "ALARM", "", Instant.now(), OptionalDouble.of(9), 5));
    }
}
