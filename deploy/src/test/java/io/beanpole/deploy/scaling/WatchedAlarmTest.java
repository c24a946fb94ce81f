package io.beanpole.deploy.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

class WatchedAlarmTest {
    private static final Instant THEN = Instant.parse("2026-11-21T08:00:00Z");
    private static final String POLICY = "arn:aws:autoscaling:eu-central-1:000000000000:scalingPolicy:"
            + "0b1c:autoScalingGroupName/the-group:policyName/more-workers";

    @Test
    void anAlarmOnOneMetricReadsAsCloudWatchHasIt() {
        var alarm = new WatchedAlarm(MetricAlarm.builder()
                .alarmName("deep")
                .stateValue(StateValue.ALARM)
                .stateReason("Threshold Crossed")
                .stateTransitionedTimestamp(THEN)
                .metricName("ApproximateNumberOfMessagesVisible")
                .dimensions(dimension("QueueName", "orders"))
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .threshold(20.0)
                .period(60)
                .evaluationPeriods(3)
                .datapointsToAlarm(2)
                .treatMissingData("notBreaching")
                .alarmActions(POLICY, "arn:aws:sns:eu-central-1:000000000000:on-call")
                .build());

        assertThat(alarm.summary().toString())
                .isEqualTo("AlarmSummary[name=deep, state=ALARM, reason=Threshold Crossed, since=2026-11-21T08:00:00Z,"
                        + " metric=ApproximateNumberOfMessagesVisible, comparison=>=, threshold=20.0, period=PT1M,"
                        + " datapointsToAlarm=2, evaluationPeriods=3, missingData=notBreaching,"
                        + " actions=[more-workers, on-call]]");
        assertThat(alarm.watchesQueue("orders")).isTrue();
        assertThat(alarm.watchesQueue("orders-dead")).isFalse();
        assertThat(alarm.concernsGroup("the-group")).isTrue();
        assertThat(alarm.concernsGroup("the")).isFalse();
    }

    @Test
    void anAlarmOnMetricMathWatchesTheQueuesInItsExpression() {
        var alarm = new WatchedAlarm(MetricAlarm.builder()
                .alarmName("idle")
                .metrics(
                        query("visible", "ApproximateNumberOfMessagesVisible", "orders"),
                        query("hidden", "ApproximateNumberOfMessagesNotVisible", "orders"),
                        MetricDataQuery.builder()
                                .id("all")
                                .expression("visible + hidden")
                                .build())
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .threshold(1.0)
                .evaluationPeriods(1)
                .build());

        var summary = alarm.summary();

        assertThat(alarm.watchesQueue("orders")).isTrue();
        assertThat(summary.metric()).isEqualTo("visible + hidden");
        assertThat(summary.period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(summary.comparison()).isEqualTo("<");
        assertThat(summary.datapointsToAlarm()).isEqualTo(1);
        assertThat(summary.missingData()).isEqualTo("missing");
    }

    @Test
    void actionsThatAreSwitchedOffAreNotShown() {
        var alarm = new WatchedAlarm(MetricAlarm.builder()
                .alarmName("off")
                .actionsEnabled(false)
                .alarmActions(POLICY)
                .build());

        assertThat(alarm.summary().actions()).isEmpty();
    }

    private static MetricDataQuery query(String id, String metric, String queue) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(false)
                .metricStat(stat -> stat.stat("Maximum")
                        .period(60)
                        .metric(of -> of.metricName(metric).dimensions(dimension("QueueName", queue))))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
