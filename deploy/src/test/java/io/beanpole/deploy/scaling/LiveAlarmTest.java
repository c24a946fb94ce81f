package io.beanpole.deploy.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

class LiveAlarmTest {
    private static final MetricSubjects SUBJECTS = new MetricSubjects(new EnvironmentParts(
            "lane",
            Optional.of("group"),
            Optional.of("https://sqs.eu-central-1.amazonaws.com/1/jobs"),
            Optional.of("https://sqs.eu-central-1.amazonaws.com/1/jobs-dead")));
    private static final String OURS =
            "arn:aws:autoscaling:eu-central-1:1:scalingPolicy:0b1c:autoScalingGroupName/group:policyName/Up";
    private static final String THEIRS = OURS.replace("/group:", "/other:");

    @Test
    void aMetricLosesItsNamesAndKeepsItsRole() {
        var alarm = depth("jobs")
                .alarmActions(OURS, THEIRS, "arn:aws:sns:eu-central-1:1:on-call")
                .build();

        assertThat(new LiveAlarm(alarm, SUBJECTS).designed("group")).hasValueSatisfying(designed -> {
            assertThat(designed.metric().result().source()).isEqualTo(MetricSource.VISIBLE);
            assertThat(designed.policies()).containsExactly("Up");
            assertThat(designed.rule().datapointsToAlarm()).isEqualTo(3);
        });
    }

    @Test
    void aDeadLetterQueueAndAQueueOfSomebodyElseAreToldApart() {
        assertThat(subject("jobs-dead")).isEqualTo(MetricSubject.DEAD_LETTER_QUEUE);
        assertThat(subject("elsewhere")).isEqualTo(MetricSubject.OTHER);
    }

    @Test
    void anExpressionKeepsItsTerms() {
        var alarm = MetricAlarm.builder()
                .alarmName("Low")
                .comparisonOperator("LessThanThreshold")
                .threshold(1.0)
                .evaluationPeriods(15)
                .metrics(
                        MetricDataQuery.builder()
                                .id("visible")
                                .returnData(false)
                                .metricStat(stat -> stat.stat("Maximum")
                                        .period(60)
                                        .metric(metric -> metric.namespace("AWS/SQS")
                                                .metricName("ApproximateNumberOfMessagesVisible")
                                                .dimensions(each ->
                                                        each.name("QueueName").value("jobs"))))
                                .build(),
                        MetricDataQuery.builder()
                                .id("work")
                                .expression("visible * 2")
                                .build())
                .build();

        assertThat(new LiveAlarm(alarm, SUBJECTS).designed("group")).hasValueSatisfying(designed -> {
            assertThat(designed.metric().terms())
                    .containsExactly(
                            MetricTerm.metric("visible", MetricSource.VISIBLE, "Maximum"),
                            MetricTerm.math("work", "visible * 2"));
            assertThat(designed.metric().returned()).isEqualTo("work");
        });
    }

    @Test
    void anAlarmOnABandIsNoPartOfADesign() {
        var alarm = depth("jobs")
                .comparisonOperator("GreaterThanUpperThreshold")
                .thresholdMetricId("band")
                .build();

        assertThat(new LiveAlarm(alarm, SUBJECTS).designed("group")).isEmpty();
    }

    private static MetricSubject subject(String queue) {
        return new LiveAlarm(depth(queue).build(), SUBJECTS)
                .designed("group")
                .orElseThrow()
                .metric()
                .result()
                .source()
                .subject();
    }

    private static MetricAlarm.Builder depth(String queue) {
        return MetricAlarm.builder()
                .alarmName("High")
                .namespace("AWS/SQS")
                .metricName("ApproximateNumberOfMessagesVisible")
                .dimensions(each -> each.name("QueueName").value(queue))
                .statistic("Maximum")
                .period(60)
                .evaluationPeriods(3)
                .comparisonOperator("GreaterThanOrEqualToThreshold")
                .threshold(10.0);
    }
}
