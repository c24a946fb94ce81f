package io.beanpole.cloud.autoscaling;

import static io.beanpole.cloud.autoscaling.ScaledCloud.LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.cloudwatch.MetricKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingConfiguration;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** A group that follows the backlog of a queue, with CloudWatch's real alarms, through the real SDK. */
class TargetTrackingTest {
    private static final String QUEUE = "work";

    private ScaledCloud cloud;

    @BeforeEach
    void open(@TempDir Path directory) {
        cloud = new ScaledCloud(directory, new GroupBounds(1, 10, 0));
        cloud.comeUp();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void theBacklogPerInstanceIsKeptAtItsTargetByMetricMathOnTheQueue() {
        track("backlog", false);
        List<MetricAlarm> alarms = alarms();
        assertThat(alarms).hasSize(2);
        assertThat(alarms).allMatch(each -> each.alarmDescription().startsWith("DO NOT EDIT OR DELETE."));
        assertThat(policies().get(0).alarms()).hasSize(2);

        minutes(4, 1000);
        assertThat(cloud.group().desiredCapacity()).isEqualTo(10);
        assertThat(cloud.activities().get(0).cause())
                .contains("a monitor alarm TargetTracking-lane-AlarmHigh-")
                .contains("in state ALARM triggered policy backlog changing the desired capacity from 1 to 10.");
        cloud.comeUp();

        minutes(16, 300);
        assertThat(cloud.group().desiredCapacity()).isEqualTo(3);
        assertThat(cloud.machines.ended).hasSize(7);
    }

    @Test
    void aPolicyThatKeepsItsSizeHasNoAlarmForRemoving() {
        track("up", true);

        assertThat(alarms())
                .singleElement()
                .satisfies(each -> assertThat(each.alarmName()).contains("AlarmHigh"));
        assertThat(policies().get(0).targetTrackingConfiguration().disableScaleIn())
                .isTrue();
    }

    @Test
    void theAlarmsGoWithThePolicyAndWithTheGroup() {
        track("one", false);
        track("two", false);
        assertThat(alarms()).hasSize(4);

        cloud.client.deletePolicy(request -> request.autoScalingGroupName(LANE).policyName("one"));
        assertThat(alarms()).hasSize(2);

        cloud.scaling.groups().delete(LANE);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void noInstanceGoesWhileAnotherTargetIsNotBelow() {
        cloud.client.setDesiredCapacity(
                request -> request.autoScalingGroupName(LANE).desiredCapacity(5));
        cloud.comeUp();
        track("backlog", false);
        cloud.client.putScalingPolicy(request -> request.autoScalingGroupName(LANE)
                .policyName("other")
                .policyType("TargetTrackingScaling")
                .targetTrackingConfiguration(to -> to.targetValue(50.0)
                        .customizedMetricSpecification(metric ->
                                metric.namespace("Work").metricName("Busy").statistic("Average"))));

        minutes(17, 10);
        assertThat(cloud.group().desiredCapacity()).isEqualTo(5);

        cloud.client.deletePolicy(request -> request.autoScalingGroupName(LANE).policyName("other"));
        minutes(2, 10);
        assertThat(cloud.group().desiredCapacity()).isEqualTo(1);
    }

    @Test
    void whatCannotBeTrackedIsRefused() {
        assertThatThrownBy(() -> put("both", to -> to.targetValue(1.0)))
                .hasMessageContaining("Exactly one of PredefinedMetricSpecification");
        assertThatThrownBy(() -> put(
                        "zero",
                        to -> to.targetValue(0.0)
                                .predefinedMetricSpecification(
                                        metric -> metric.predefinedMetricType("ASGAverageCPUUtilization"))))
                .hasMessageContaining("TargetValue is 0.0; it must be a number above 0.");
        assertThatThrownBy(() -> put(
                        "label",
                        to -> to.targetValue(1.0)
                                .predefinedMetricSpecification(
                                        metric -> metric.predefinedMetricType("ALBRequestCountPerTarget"))))
                .hasMessageContaining("The local cloud has no metric ALBRequestCountPerTarget");
        track("backlog", false);
        assertThatThrownBy(() -> cloud.client.executePolicy(
                        request -> request.autoScalingGroupName(LANE).policyName("backlog")))
                .hasMessageContaining("only its own alarms run it");
    }

    private void put(String name, Consumer<TargetTrackingConfiguration.Builder> tracking) {
        cloud.client.putScalingPolicy(request -> request.autoScalingGroupName(LANE)
                .policyName(name)
                .policyType("TargetTrackingScaling")
                .estimatedInstanceWarmup(0)
                .targetTrackingConfiguration(tracking));
    }

    private void track(String name, boolean keepsSize) {
        put(
                name,
                to -> to.targetValue(100.0)
                        .disableScaleIn(keepsSize)
                        .customizedMetricSpecification(own -> own.metrics(
                                m1 -> m1.id("m1")
                                        .returnData(false)
                                        .metricStat(stat -> stat.stat("Sum")
                                                .metric(metric -> metric.namespace("AWS/SQS")
                                                        .metricName("ApproximateNumberOfMessagesVisible")
                                                        .dimensions(by -> by.name("QueueName")
                                                                .value(QUEUE)))),
                                m2 -> m2.id("m2")
                                        .returnData(false)
                                        // of a minute in which instances went, the size that is left
                                        .metricStat(stat -> stat.stat("Minimum")
                                                .metric(metric -> metric.namespace("AWS/AutoScaling")
                                                        .metricName("GroupInServiceInstances")
                                                        .dimensions(by -> by.name("AutoScalingGroupName")
                                                                .value(LANE)))),
                                e1 -> e1.id("e1").expression("m1 / m2").returnData(true))));
    }

    /** So many minutes with so many messages in the queue; the group's size is measured in each. */
    private void minutes(int count, int visible) {
        for (int i = 0; i < count; i++) {
            cloud.watch.put(
                    MetricKey.of("AWS/SQS", "ApproximateNumberOfMessagesVisible", Map.of("QueueName", QUEUE)),
                    cloud.clock.instant(),
                    visible,
                    "Count");
            awaitMeasured();
            cloud.tick();
        }
    }

    /** Until a sample of this minute has the size that the group has now: one from before the last change is no measure. */
    private void awaitMeasured() {
        var at = cloud.clock.instant();
        double serving = cloud.instances().stream()
                .filter(each -> each.lifecycleState() == LifecycleState.IN_SERVICE)
                .count();
        await().until(() -> cloud
                .cloudWatch
                .getMetricStatistics(request -> request.namespace("AWS/AutoScaling")
                        .metricName("GroupInServiceInstances")
                        .dimensions(by -> by.name("AutoScalingGroupName").value(LANE))
                        .statistics(Statistic.MINIMUM, Statistic.MAXIMUM)
                        .period(60)
                        .startTime(at)
                        .endTime(at.plusSeconds(60)))
                .datapoints()
                .stream()
                .anyMatch(each -> each.minimum() == serving || each.maximum() == serving));
    }

    private List<MetricAlarm> alarms() {
        return cloud.cloudWatch.describeAlarms().metricAlarms();
    }

    private List<ScalingPolicy> policies() {
        return cloud.client
                .describePolicies(request -> request.autoScalingGroupName(LANE))
                .scalingPolicies();
    }
}
