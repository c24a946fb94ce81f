package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.Alarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.elasticbeanstalk.model.Trigger;

/** The whole circle: what a bundle's .ebextensions say makes its environment grow by a metric alone. */
class BundleScalingTest {
    private static final String QUEUE_SCALING = """
            Resources:
              BacklogHighPolicy:
                Type: AWS::AutoScaling::ScalingPolicy
                Properties:
                  AutoScalingGroupName: {Ref: AWSEBAutoScalingGroup}
                  PolicyType: StepScaling
                  AdjustmentType: ChangeInCapacity
                  EstimatedInstanceWarmup: 300
                  StepAdjustments:
                    - {MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10, ScalingAdjustment: 1}
                    - {MetricIntervalLowerBound: 10, ScalingAdjustment: 2}
              BacklogHigh:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  Namespace: Lane
                  MetricName: Depth
                  Dimensions: [{Name: QueueName, Value: {"Fn::GetAtt": [AWSEBWorkerQueue, QueueName]}}]
                  Statistic: Maximum
                  Period: 10
                  EvaluationPeriods: 1
                  Threshold: {"Fn::GetOptionSetting": {OptionName: BacklogHigh, DefaultValue: "100"}}
                  ComparisonOperator: GreaterThanOrEqualToThreshold
                  TreatMissingData: notBreaching
                  AlarmActions: [{Ref: BacklogHighPolicy}]
              AWSEBCloudwatchAlarmHigh: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: []}}
              AWSEBCloudwatchAlarmLow: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: []}}
            """;

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
    void aBacklogBeyondTheThresholdLaunchesAsManyInstancesAsItsStepSays() {
        house.version("v1", Map.of(), Map.of(".ebextensions/40-scaling.config", QUEUE_SCALING));
        house.launched("lane", "Worker", option("aws:elasticbeanstalk:customoption", "BacklogHigh", "5"));
        MetricAlarm alarm = house.cloud.cloudWatch.describeAlarms().metricAlarms().stream()
                .filter(each -> each.alarmName().contains("-stack-BacklogHigh-"))
                .findFirst()
                .orElseThrow();
        assertThat(alarm.threshold()).isEqualTo(5.0);
        assertThat(house.cloud
                        .autoScaling
                        .describePolicies(request -> request.policyNames(alarm.alarmActions()))
                        .scalingPolicies()
                        .get(0)
                        .alarms())
                .extracting(Alarm::alarmName, Alarm::alarmARN)
                .containsExactly(tuple(alarm.alarmName(), alarm.alarmArn()));
        assertThat(house.cloud
                        .beanstalk
                        .describeEnvironmentResources(request -> request.environmentName("lane"))
                        .environmentResources()
                        .triggers())
                .extracting(Trigger::name)
                .hasSize(2)
                .allMatch(name -> name.contains("-stack-AWSEBCloudwatchAlarm"));

        house.cloud.cloudWatch.putMetricData(request -> request.namespace("Lane")
                .metricData(datum ->
                        datum.metricName("Depth").dimensions(alarm.dimensions()).value(16.0)));

        await().atMost(EnvironmentHouse.LONG).until(() -> house.group("lane").desiredCapacity() == 3);
        assertThat(house.activities(house.settled("lane", 3)).get(0).cause())
                .contains("alarm " + alarm.alarmName() + " in state ALARM triggered policy ")
                .contains("changing the desired capacity from 1 to 3");
        await().atMost(EnvironmentHouse.LONG).until(() -> state(alarm) == StateValue.OK);
        assertThat(house.group("lane").desiredCapacity()).isEqualTo(3);
    }

    @Test
    void theStackOutlivesARestartUnchanged() throws IOException {
        house.version("v1", Map.of(), Map.of(".ebextensions/40-scaling.config", QUEUE_SCALING));
        house.launched("lane", "Worker");
        var before = house.cloud.cloudWatch.describeAlarms().metricAlarms().stream()
                .map(MetricAlarm::alarmName)
                .toList();

        house.restart();
        house.ready("lane");

        assertThat(house.cloud.cloudWatch.describeAlarms().metricAlarms())
                .hasSize(3)
                .extracting(MetricAlarm::alarmName)
                .isEqualTo(before);
        assertThat(house.messages("lane").stream().filter(each -> each.startsWith("Created CloudWatch alarm named: ")))
                .hasSize(3);
    }

    private StateValue state(MetricAlarm alarm) {
        return house.cloud
                .cloudWatch
                .describeAlarms(request -> request.alarmNames(alarm.alarmName()))
                .metricAlarms()
                .get(0)
                .stateValue();
    }
}
