package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.metric.ExtendedStatistic;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** What an alarm watches and when it goes off, read from its API model; refuses what CloudWatch refuses. */
record AlarmDefinition(AlarmRule rule, MetricQueries queries, String watched, Duration period) {
    private static final int LONGEST_NAME = 255;
    private static final int MOST_ACTIONS = 5;
    private static final int MOST_METRICS = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> LOW_SAMPLES = List.of("evaluate", "ignore");
    private static final String THE_METRIC = "m1";
    private static final List<String> OPERATORS =
            Arrays.stream(Comparison.values()).map(Comparison::awsName).toList();

    /** Reads an alarm as it was asked for or kept. */
    static AlarmDefinition of(MetricAlarm alarm, MetricStore store) {
        checkName(alarm.alarmName());
        checkActions(alarm.okActions(), "OKActions");
        checkActions(alarm.alarmActions(), "AlarmActions");
        checkActions(alarm.insufficientDataActions(), "InsufficientDataActions");
        List<MetricDataQuery> asked = queries(alarm);
        AlarmRule rule = rule(alarm);
        MetricQueries queries = MetricQueries.of(store, asked, "Metrics");
        String watched = watched(asked);
        Duration period = queries.periodOf(watched);
        Periods.checkOfAlarm((int) period.toSeconds(), "Period");
        // Several series are refused now and not at each evaluation; a glance at no data shows how many there are.
        queries.evaluate(watched, new Grid(Instant.EPOCH, period, 1));
        checkSpan(period, rule.evaluationPeriods());
        return new AlarmDefinition(rule, queries, watched, period);
    }

    /** A day, and a week for periods of an hour and more. */
    private static void checkSpan(Duration period, int periods) {
        Duration longest = period.compareTo(HOUR) < 0 ? Duration.ofDays(1) : Duration.ofDays(7);
        if (period.multipliedBy(periods).compareTo(longest) > 0) {
            throw Refusals.invalid("Metrics cannot be checked across more than "
                    + (longest.toDays() == 1 ? "a day" : "seven days") + " (EvaluationPeriods * Period must be <= "
                    + longest.toSeconds() + (longest.toDays() == 1 ? "; a week for periods of an hour and more" : "")
                    + ").");
        }
    }

    static void checkName(@Nullable String name) {
        if (Refusals.required(name, "AlarmName").length() > LONGEST_NAME) {
            throw Refusals.invalid("1 validation error detected: Value at 'alarmName' failed to satisfy constraint:"
                    + " Member must have length less than or equal to " + LONGEST_NAME);
        }
    }

    private static AlarmRule rule(MetricAlarm alarm) {
        String operator = Refusals.required(alarm.comparisonOperatorAsString(), "ComparisonOperator");
        if (alarm.thresholdMetricId() != null || operator.matches(".*(Lower|Upper)Threshold")) {
            throw Refusals.invalid(
                    "The local cloud trains no anomaly detectors, so no alarm has a band for a threshold."
                            + " Use a static Threshold with one of " + OPERATORS + ".");
        }
        Comparison comparison =
                Comparison.named(operator).orElseThrow(() -> notOneOf(operator, "comparisonOperator", OPERATORS));
        String treatment = Optional.ofNullable(alarm.treatMissingData()).orElse("missing");
        MissingData missingData = MissingData.named(treatment)
                .orElseThrow(() -> notOneOf(
                        treatment,
                        "treatMissingData",
                        Arrays.stream(MissingData.values())
                                .map(MissingData::awsName)
                                .toList()));
        int periods = Refusals.required(alarm.evaluationPeriods(), "EvaluationPeriods");
        int toAlarm = alarm.datapointsToAlarm() == null ? periods : alarm.datapointsToAlarm();
        double threshold = Refusals.required(alarm.threshold(), "Threshold");
        try {
            return new AlarmRule(comparison, threshold, periods, toAlarm, missingData, significantFrom(alarm));
        } catch (ScalingException e) {
            throw Refusals.invalid(String.valueOf(e.getMessage()));
        }
    }

    /** An alarm on a percentile may be told to leave out what is made of too few samples. */
    private static double significantFrom(MetricAlarm alarm) {
        String treatment =
                Optional.ofNullable(alarm.evaluateLowSampleCountPercentile()).orElse("evaluate");
        if (!LOW_SAMPLES.contains(treatment)) {
            throw notOneOf(treatment, "evaluateLowSampleCountPercentile", LOW_SAMPLES);
        }
        return treatment.equals("ignore") && alarm.extendedStatistic() != null
                ? PeriodStatistic.named(alarm.extendedStatistic())
                        .map(PeriodStatistic::significantFrom)
                        .orElse(0.0)
                : 0;
    }

    private static RuntimeException notOneOf(String value, String parameter, List<String> allowed) {
        return Refusals.invalid("1 validation error detected: Value '" + value + "' at '" + parameter
                + "' failed to satisfy constraint: Member must satisfy enum value set: " + allowed);
    }

    static void checkActions(List<String> arns, String parameter) {
        if (arns.size() > MOST_ACTIONS) {
            throw Refusals.invalid(
                    "The collection " + parameter + " must not have a size greater than " + MOST_ACTIONS + ".");
        }
        for (String arn : arns) {
            if (!arn.matches("arn:[^:]*:[^:]+:[^:]*:[^:]*:.+")) {
                throw Refusals.invalid("Invalid arn syntax: " + arn);
            }
        }
    }

    /** The queries of the alarm; its single metric is one of them. */
    private static List<MetricDataQuery> queries(MetricAlarm alarm) {
        if (alarm.metrics().isEmpty()) {
            return List.of(theMetric(alarm));
        }
        if (alarm.metricName() != null
                || alarm.namespace() != null
                || alarm.statistic() != null
                || alarm.extendedStatistic() != null) {
            throw Refusals.combination("The parameters Metrics and MetricName, Namespace, Statistic, Dimensions, Period"
                    + " exclude each other.");
        }
        if (alarm.metrics().size() > MOST_METRICS) {
            throw Refusals.invalid("The collection Metrics must not have a size greater than " + MOST_METRICS + ".");
        }
        return alarm.metrics();
    }

    private static MetricDataQuery theMetric(MetricAlarm alarm) {
        Refusals.required(alarm.metricName(), "MetricName");
        Refusals.required(alarm.namespace(), "Namespace");
        Periods.checkOfAlarm(alarm.period(), "Period");
        String statistic = statistic(alarm);
        return MetricDataQuery.builder()
                .id(THE_METRIC)
                .metricStat(stat -> stat.metric(metric -> metric.namespace(alarm.namespace())
                                .metricName(alarm.metricName())
                                .dimensions(alarm.dimensions()))
                        .period(alarm.period())
                        .stat(statistic)
                        .unit(alarm.unitAsString()))
                .returnData(true)
                .build();
    }

    private static String statistic(MetricAlarm alarm) {
        String extended = alarm.extendedStatistic();
        if (extended == null) {
            String statistic = Refusals.required(alarm.statisticAsString(), "Statistic");
            if (Statistic.named(statistic).isEmpty()) {
                throw Refusals.invalidValue(statistic, "Statistic");
            }
            return statistic;
        }
        if (alarm.statistic() != null) {
            throw Refusals.combination("The parameters Statistic and ExtendedStatistic exclude each other.");
        }
        if (ExtendedStatistic.named(extended).isEmpty()) {
            throw Refusals.invalidValue(extended, "ExtendedStatistic");
        }
        return extended;
    }

    private static String watched(List<MetricDataQuery> queries) {
        List<String> returned = new ArrayList<>();
        queries.stream()
                .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                .forEach(query -> returned.add(query.id()));
        if (returned.size() != 1) {
            throw Refusals.invalid("Exactly one element of the metrics list should return data, not " + returned.size()
                    + " of " + returned + ".");
        }
        return returned.get(0);
    }
}
