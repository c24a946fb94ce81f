package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.autoscaling.TrackingRecord.TrackedMetric;
import io.beanpole.cloud.autoscaling.TrackingRecord.TrackedQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.Alarm;
import software.amazon.awssdk.services.autoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.autoscaling.model.MetricDimension;
import software.amazon.awssdk.services.autoscaling.model.PredefinedMetricSpecification;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingConfiguration;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingMetricDataQuery;

/** Policies as the API shows them, with the alarms that run them. */
final class PolicyViews {
    private volatile PolicyAlarms alarms = policyArn -> List.of();

    void tells(PolicyAlarms known) {
        alarms = known;
    }

    List<Alarm> alarms(String policyArn) {
        return alarms.of(policyArn).stream()
                .map(each -> Alarm.builder()
                        .alarmName(each.alarmName())
                        .alarmARN(each.alarmArn())
                        .build())
                .toList();
    }

    ScalingPolicy policy(PolicyRecord policy) {
        TrackingRecord tracking = policy.tracking();
        return ScalingPolicy.builder()
                .autoScalingGroupName(policy.group())
                .policyName(policy.name())
                .policyARN(policy.arn())
                .policyType(policy.type())
                .adjustmentType(policy.adjustmentType().isEmpty() ? null : policy.adjustmentType())
                .scalingAdjustment(policy.isSimple() ? policy.amount() : null)
                .minAdjustmentMagnitude(policy.minMagnitude())
                .cooldown(policy.cooldown())
                .estimatedInstanceWarmup(policy.warmUp())
                .metricAggregationType(policy.aggregation())
                .stepAdjustments(policy.steps().stream()
                        .map(each -> StepAdjustment.builder()
                                .metricIntervalLowerBound(each.lower())
                                .metricIntervalUpperBound(each.upper())
                                .scalingAdjustment(each.amount())
                                .build())
                        .toList())
                .targetTrackingConfiguration(tracking == null ? null : tracking(tracking))
                .alarms(alarms(policy.arn()))
                .enabled(policy.enabled())
                .build();
    }

    private static TargetTrackingConfiguration tracking(TrackingRecord known) {
        TargetTrackingConfiguration.Builder view = TargetTrackingConfiguration.builder()
                .targetValue(known.target())
                .disableScaleIn(known.keepsSize());
        if (known.predefined() != null) {
            view.predefinedMetricSpecification(PredefinedMetricSpecification.builder()
                    .predefinedMetricType(known.predefined())
                    .resourceLabel(known.label())
                    .build());
        } else {
            view.customizedMetricSpecification(own(known));
        }
        return view.build();
    }

    private static CustomizedMetricSpecification own(TrackingRecord known) {
        if (known.isMath()) {
            return CustomizedMetricSpecification.builder()
                    .metrics(known.queries().stream().map(PolicyViews::query).toList())
                    .build();
        }
        TrackedMetric metric = Objects.requireNonNull(known.queries().get(0).metric());
        return CustomizedMetricSpecification.builder()
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(dimensions(metric.dimensions()))
                .statistic(metric.statistic())
                .unit(metric.unit())
                .period(metric.period())
                .build();
    }

    private static TargetTrackingMetricDataQuery query(TrackedQuery known) {
        @Nullable TrackedMetric metric = known.metric();
        TargetTrackingMetricDataQuery.Builder view = TargetTrackingMetricDataQuery.builder()
                .id(known.id())
                .expression(known.expression())
                .label(known.label())
                .returnData(known.returns());
        if (metric != null) {
            view.metricStat(stat -> stat.metric(what -> what.namespace(metric.namespace())
                            .metricName(metric.name())
                            .dimensions(dimensions(metric.dimensions())))
                    .stat(metric.statistic())
                    .unit(metric.unit())
                    .period(metric.period()));
        }
        return view.build();
    }

    private static List<MetricDimension> dimensions(Map<String, String> known) {
        return known.entrySet().stream()
                .map(each -> MetricDimension.builder()
                        .name(each.getKey())
                        .value(each.getValue())
                        .build())
                .toList();
    }
}
