package io.beanpole.deploy.scaling;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** A metric alarm as CloudWatch has it, turned into one of a design. */
record LiveAlarm(MetricAlarm alarm, MetricSubjects subjects) {
    private static final String ONE = "m1";

    /** Whether Auto Scaling made it for a policy that tracks a target; a design has the policy only. */
    boolean isOfATarget() {
        return alarm.alarmName().startsWith("TargetTracking-");
    }

    /**
     * The alarm without names of queues and groups; empty for one that compares with a band or asks by a query language,
     * which no policy of a queue is run by.
     *
     * @param group whose policies are meant; those of others are left out
     */
    Optional<DesignedAlarm> designed(String group) {
        var comparison = Optional.ofNullable(alarm.comparisonOperatorAsString()).flatMap(Comparison::named);
        if (comparison.isEmpty() || alarm.threshold() == null) {
            return Optional.empty();
        }
        int periods = orElse(alarm.evaluationPeriods(), 1);
        var rule = new AlarmRule(
                comparison.get(),
                alarm.threshold(),
                periods,
                orElse(alarm.datapointsToAlarm(), periods),
                MissingData.named(orElse(alarm.treatMissingData(), "missing")).orElse(MissingData.MISSING));
        return watched()
                .map(metric -> new DesignedAlarm(
                        alarm.alarmName(),
                        metric,
                        rule,
                        policiesOf(alarm.alarmActions(), group),
                        !Boolean.FALSE.equals(alarm.actionsEnabled())));
    }

    /** The metrics behind its terms, by the terms' ids. */
    Map<String, Metric> metrics() {
        var metrics = new LinkedHashMap<String, Metric>();
        if (alarm.metricName() != null) {
            metrics.put(
                    ONE,
                    Metric.builder()
                            .namespace(alarm.namespace())
                            .metricName(alarm.metricName())
                            .dimensions(alarm.dimensions())
                            .build());
        }
        alarm.metrics().stream()
                .filter(query -> query.metricStat() != null)
                .forEach(query -> metrics.put(query.id(), query.metricStat().metric()));
        return metrics;
    }

    static Map<String, String> byName(List<Dimension> dimensions) {
        return dimensions.stream().collect(Collectors.toMap(Dimension::name, Dimension::value, (one, other) -> one));
    }

    /** The names of the policies of a group among the ARNs of actions. */
    static List<String> policiesOf(List<String> actions, String group) {
        return actions.stream()
                .filter(arn -> arn.contains(":autoScalingGroupName/" + group + ":"))
                .map(WatchedAlarm::nameOfAction)
                .toList();
    }

    private Optional<WatchedMetric> watched() {
        if (alarm.metricName() != null) {
            var source = subjects.source(alarm.namespace(), alarm.metricName(), byName(alarm.dimensions()));
            var statistic = alarm.extendedStatistic() == null ? alarm.statisticAsString() : alarm.extendedStatistic();
            return Optional.of(WatchedMetric.of(
                    source, orElse(statistic, "Average"), Duration.ofSeconds(orElse(alarm.period(), 60))));
        }
        var terms = new ArrayList<MetricTerm>();
        alarm.metrics().forEach(query -> terms.add(term(query)));
        return alarm.metrics().stream()
                .filter(query -> orElse(query.returnData(), true))
                .findFirst()
                .map(result -> new WatchedMetric(terms, result.id(), period()));
    }

    private MetricTerm term(MetricDataQuery query) {
        if (query.metricStat() == null) {
            return MetricTerm.math(query.id(), query.expression());
        }
        var metric = query.metricStat().metric();
        return MetricTerm.metric(
                query.id(),
                subjects.source(metric.namespace(), metric.metricName(), byName(metric.dimensions())),
                query.metricStat().stat());
    }

    private Duration period() {
        return Duration.ofSeconds(alarm.metrics().stream()
                .map(query -> query.metricStat() == null
                        ? query.period()
                        : query.metricStat().period())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(60));
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
