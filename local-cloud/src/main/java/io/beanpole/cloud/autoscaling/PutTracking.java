package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.autoscaling.TrackingRecord.TrackedMetric;
import io.beanpole.cloud.autoscaling.TrackingRecord.TrackedQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.autoscaling.model.MetricDimension;
import software.amazon.awssdk.services.autoscaling.model.PredefinedMetricSpecification;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingConfiguration;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingMetricDataQuery;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingMetricStat;

/** The configuration of a policy that tracks a target, checked as it is put. */
final class PutTracking {
    private static final String MEMBER = "targetTrackingConfiguration";
    private static final List<Integer> PERIODS = List.of(10, 30, 60);
    private static final int MINUTE = 60;
    private static final Map<String, String> PREDEFINED = Map.of(
            "ASGAverageCPUUtilization", "CPUUtilization",
            "ASGAverageNetworkIn", "NetworkIn",
            "ASGAverageNetworkOut", "NetworkOut");

    private PutTracking() {}

    static TrackingRecord of(String group, @Nullable TargetTrackingConfiguration wanted) {
        if (wanted == null) {
            throw Refusals.invalid("TargetTrackingConfiguration is required for policy type TargetTrackingScaling.");
        }
        PredefinedMetricSpecification predefined = wanted.predefinedMetricSpecification();
        CustomizedMetricSpecification own = wanted.customizedMetricSpecification();
        if ((predefined == null) == (own == null)) {
            throw Refusals.invalid(
                    "Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be given.");
        }
        if (wanted.targetValue() == null) {
            throw Refusals.invalid("1 validation error detected: Value null at '" + MEMBER
                    + ".targetValue' failed to satisfy constraint: Member must not be null");
        }
        return new TrackingRecord(
                wanted.targetValue(),
                Boolean.TRUE.equals(wanted.disableScaleIn()),
                predefined == null ? null : predefined.predefinedMetricTypeAsString(),
                predefined == null ? null : predefined.resourceLabel(),
                predefined == null ? own(Objects.requireNonNull(own)) : predefined(group, predefined));
    }

    private static List<TrackedQuery> predefined(String group, PredefinedMetricSpecification wanted) {
        String name = PREDEFINED.get(wanted.predefinedMetricTypeAsString());
        if (name == null) {
            throw Refusals.invalid("The local cloud has no metric " + wanted.predefinedMetricTypeAsString()
                    + "; use one of " + String.join(", ", new TreeMap<>(PREDEFINED).keySet())
                    + ", or a CustomizedMetricSpecification.");
        }
        return List.of(only(
                new TrackedMetric("AWS/EC2", name, Map.of("AutoScalingGroupName", group), "Average", null, MINUTE)));
    }

    private static List<TrackedQuery> own(CustomizedMetricSpecification wanted) {
        if (wanted.metrics().isEmpty()) {
            return List.of(only(new TrackedMetric(
                    Refusals.required(wanted.namespace(), MEMBER + ".customizedMetricSpecification.namespace"),
                    Refusals.required(wanted.metricName(), MEMBER + ".customizedMetricSpecification.metricName"),
                    dimensions(wanted.dimensions()),
                    Refusals.required(wanted.statisticAsString(), MEMBER + ".customizedMetricSpecification.statistic"),
                    wanted.unit(),
                    period(wanted.period()))));
        }
        if (wanted.metricName() != null || wanted.namespace() != null) {
            throw Refusals.invalid("A CustomizedMetricSpecification has Metrics or a single metric, not both.");
        }
        List<TrackedQuery> queries =
                wanted.metrics().stream().map(PutTracking::query).toList();
        if (queries.stream().filter(TrackedQuery::returns).count() != 1) {
            throw Refusals.invalid("Exactly one element of the metrics list should return data.");
        }
        return queries;
    }

    private static TrackedQuery only(TrackedMetric metric) {
        return new TrackedQuery(null, null, null, metric, true);
    }

    /** On AWS ReturnData is true unless it is false. */
    private static TrackedQuery query(TargetTrackingMetricDataQuery wanted) {
        String id = Refusals.required(wanted.id(), MEMBER + ".customizedMetricSpecification.metrics.id");
        TargetTrackingMetricStat stat = wanted.metricStat();
        if ((stat == null) == (wanted.expression() == null)) {
            throw Refusals.invalid("Metric " + id + " must have either a MetricStat or an Expression.");
        }
        return new TrackedQuery(
                id,
                wanted.expression(),
                wanted.label(),
                stat == null ? null : metric(stat),
                !Boolean.FALSE.equals(wanted.returnData()));
    }

    private static TrackedMetric metric(TargetTrackingMetricStat stat) {
        if (stat.metric() == null) {
            throw Refusals.invalid("A MetricStat needs a Metric.");
        }
        return new TrackedMetric(
                Refusals.required(stat.metric().namespace(), "metricStat.metric.namespace"),
                Refusals.required(stat.metric().metricName(), "metricStat.metric.metricName"),
                dimensions(stat.metric().dimensions()),
                Refusals.required(stat.stat(), "metricStat.stat"),
                stat.unit(),
                period(stat.period()));
    }

    private static Map<String, String> dimensions(List<MetricDimension> wanted) {
        Map<String, String> dimensions = new TreeMap<>();
        wanted.forEach(each -> dimensions.put(each.name(), each.value()));
        return dimensions;
    }

    private static int period(@Nullable Integer wanted) {
        int period = wanted == null ? MINUTE : wanted;
        if (!PERIODS.contains(period)) {
            throw Refusals.invalid("Period must be 10, 30 or 60 seconds, not " + period + ".");
        }
        return period;
    }
}
