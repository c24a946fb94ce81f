package io.beanpole.deploy.scaling.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricTerm;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** The request that makes an alarm what a design says. PutMetricAlarm replaces a whole alarm. */
record AppliedAlarm(DesignedAlarm designed) {
    /**
     * Of one that is there: it keeps its metric, its description and what else it does, such as telling people.
     *
     * @param group whose policies it runs; only those that are named from now on
     * @param policies the ARNs of the policies that it runs
     */
    PutMetricAlarmRequest request(MetricAlarm present, String group, List<String> policies) {
        var period = seconds();
        var request = ruled().alarmDescription(present.alarmDescription())
                .alarmActions(Stream.concat(
                                present.alarmActions().stream().filter(action -> !isPolicyOf(group, action)),
                                policies.stream())
                        .distinct()
                        .toList())
                .okActions(present.okActions())
                .insufficientDataActions(present.insufficientDataActions());
        if (present.thresholdMetricId() != null) {
            // A band stands where the number would: CloudWatch refuses both.
            request.thresholdMetricId(present.thresholdMetricId()).threshold(null);
        }
        request.evaluateLowSampleCountPercentile(present.evaluateLowSampleCountPercentile());
        if (present.metricName() != null) {
            return request.namespace(present.namespace())
                    .metricName(present.metricName())
                    .dimensions(present.dimensions())
                    .statistic(present.statisticAsString())
                    .extendedStatistic(present.extendedStatistic())
                    .unit(present.unitAsString())
                    .period(period)
                    .build();
        }
        return request.metrics(present.metrics().stream()
                        .map(query -> every(query, period))
                        .toList())
                .build();
    }

    /**
     * Of a new one.
     *
     * @param policies the ARNs of the policies that it runs
     */
    PutMetricAlarmRequest request(EnvironmentParts parts, List<String> policies) {
        var request = ruled().alarmActions(policies);
        var terms = designed.metric().terms();
        return request.metrics(terms.stream().map(term -> query(term, parts)).toList())
                .build();
    }

    private PutMetricAlarmRequest.Builder ruled() {
        var rule = designed.rule();
        return PutMetricAlarmRequest.builder()
                .alarmName(designed.name())
                .actionsEnabled(designed.enabled())
                .comparisonOperator(rule.comparison().awsName())
                .threshold(rule.threshold())
                .evaluationPeriods(rule.evaluationPeriods())
                .datapointsToAlarm(rule.datapointsToAlarm())
                .treatMissingData(rule.missingData().awsName());
    }

    private int seconds() {
        return Math.toIntExact(designed.metric().period().toSeconds());
    }

    /** {@code arn:aws:autoscaling:REGION:ACCOUNT:scalingPolicy:ID:autoScalingGroupName/GROUP:policyName/NAME}. */
    private static boolean isPolicyOf(String group, String action) {
        return action.contains(":autoScalingGroupName/" + group + ":policyName/");
    }

    private static MetricDataQuery every(MetricDataQuery query, int period) {
        var changed = query.toBuilder();
        if (query.metricStat() != null) {
            changed.metricStat(query.metricStat().toBuilder().period(period).build());
        }
        return query.period() == null ? changed.build() : changed.period(period).build();
    }

    private MetricDataQuery query(MetricTerm term, EnvironmentParts parts) {
        var query = MetricDataQuery.builder()
                .id(term.id())
                .returnData(term.id().equals(designed.metric().returned()));
        var source = term.source();
        if (source == null) {
            return query.expression(term.expression()).build();
        }
        return query.metricStat(stat -> stat.metric(metric(source, parts))
                        .stat(term.statistic())
                        .period(seconds()))
                .build();
    }

    private Metric metric(MetricSource source, EnvironmentParts parts) {
        var dimension = switch (source.subject()) {
            case QUEUE -> dimension("QueueName", parts.queueName().orElseThrow(() -> unknown(source)));
            case DEAD_LETTER_QUEUE ->
                dimension("QueueName", parts.deadLetterQueueName().orElseThrow(() -> unknown(source)));
            case GROUP -> dimension("AutoScalingGroupName", parts.group().orElseThrow(() -> unknown(source)));
            case OTHER -> throw unknown(source);
        };
        return Metric.builder()
                .namespace(source.namespace())
                .metricName(source.name())
                .dimensions(dimension)
                .build();
    }

    private DeployException unknown(MetricSource source) {
        return new DeployException(
                "The alarm " + designed.name() + " could not be made: the environment has nothing that " + source.name()
                        + " is measured of.",
                "Save the design as a file of .ebextensions and deploy that.");
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
