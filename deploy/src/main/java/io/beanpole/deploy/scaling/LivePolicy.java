package io.beanpole.deploy.scaling;

import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.autoscaling.model.MetricDimension;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.autoscaling.model.TargetTrackingMetricDataQuery;

/**
 * A scaling policy as Auto Scaling has it, turned into one of a design.
 *
 * @param cooldown the group's, for a policy without one
 * @param warmUp the group's, for a policy without one; null where the cooldown stands in for it
 */
record LivePolicy(
        ScalingPolicy policy,
        MetricSubjects subjects,
        Duration cooldown,
        @Nullable Duration warmUp) {
    /** The policy; empty for one that predicts, which has no arithmetic that AWS tells. */
    Optional<DesignedPolicy> designed() {
        var enabled = !Boolean.FALSE.equals(policy.enabled());
        return switch (Objects.requireNonNullElse(policy.policyType(), "SimpleScaling")) {
            case "SimpleScaling" -> Optional.of(new DesignedPolicy(simple(), enabled, null));
            case "StepScaling" -> Optional.of(new DesignedPolicy(steps(), enabled, null));
            case "TargetTrackingScaling" -> tracked().map(metric -> new DesignedPolicy(target(), enabled, metric));
            default -> Optional.empty();
        };
    }

    private SimplePolicy simple() {
        var adjustment = new Adjustment(type(), orElse(policy.scalingAdjustment(), 0), orElse(magnitude(), 0));
        return new SimplePolicy(
                policy.policyName(),
                adjustment,
                policy.cooldown() == null ? cooldown : Duration.ofSeconds(policy.cooldown()));
    }

    private StepPolicy steps() {
        var steps = policy.stepAdjustments().stream().map(LivePolicy::step).toList();
        return new StepPolicy(policy.policyName(), type(), steps, orElse(magnitude(), 0), ownWarmUp());
    }

    private TargetTrackingPolicy target() {
        var tracking = policy.targetTrackingConfiguration();
        return new TargetTrackingPolicy(
                policy.policyName(),
                tracking.targetValue(),
                Boolean.TRUE.equals(tracking.disableScaleIn()),
                ownWarmUp());
    }

    /** The policy's own, else the group's, else the cooldown, which is how AWS has it. */
    private Duration ownWarmUp() {
        if (policy.estimatedInstanceWarmup() != null) {
            return Duration.ofSeconds(policy.estimatedInstanceWarmup());
        }
        return warmUp == null ? cooldown : warmUp;
    }

    private AdjustmentType type() {
        return AdjustmentType.of(orElse(policy.adjustmentType(), AdjustmentType.CHANGE_IN_CAPACITY.wireName()));
    }

    private @Nullable Integer magnitude() {
        return type() == AdjustmentType.PERCENT_CHANGE_IN_CAPACITY ? policy.minAdjustmentMagnitude() : null;
    }

    private static Step step(StepAdjustment step) {
        return new Step(
                step.metricIntervalLowerBound() == null ? Double.NEGATIVE_INFINITY : step.metricIntervalLowerBound(),
                step.metricIntervalUpperBound() == null ? Double.POSITIVE_INFINITY : step.metricIntervalUpperBound(),
                step.scalingAdjustment());
    }

    private Optional<WatchedMetric> tracked() {
        var tracking = policy.targetTrackingConfiguration();
        if (tracking.customizedMetricSpecification() != null) {
            return custom(tracking.customizedMetricSpecification());
        }
        var predefined = tracking.predefinedMetricSpecification();
        if (predefined == null) {
            return Optional.empty();
        }
        var source = new MetricSource(
                "AWS/EC2", String.valueOf(predefined.predefinedMetricTypeAsString()), MetricSubject.OTHER);
        return Optional.of(WatchedMetric.of(source, "Average", Duration.ofMinutes(1)));
    }

    private Optional<WatchedMetric> custom(CustomizedMetricSpecification metric) {
        if (metric.metricName() != null) {
            var source = subjects.source(metric.namespace(), metric.metricName(), byName(metric.dimensions()));
            return Optional.of(WatchedMetric.of(
                    source,
                    orElse(metric.statisticAsString(), "Average"),
                    Duration.ofSeconds(orElse(metric.period(), 60))));
        }
        var terms = metric.metrics().stream().map(this::term).toList();
        return metric.metrics().stream()
                .filter(query -> orElse(query.returnData(), true))
                .findFirst()
                .map(result -> new WatchedMetric(terms, result.id(), period(metric.metrics())));
    }

    private MetricTerm term(TargetTrackingMetricDataQuery query) {
        var stat = query.metricStat();
        if (stat == null) {
            return MetricTerm.math(query.id(), query.expression());
        }
        var metric = stat.metric();
        return MetricTerm.metric(
                query.id(),
                subjects.source(metric.namespace(), metric.metricName(), byName(metric.dimensions())),
                stat.stat());
    }

    private static Duration period(List<TargetTrackingMetricDataQuery> queries) {
        return Duration.ofSeconds(queries.stream()
                .map(query -> query.metricStat() == null
                        ? query.period()
                        : query.metricStat().period())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(60));
    }

    private static Map<String, String> byName(List<MetricDimension> dimensions) {
        return dimensions.stream()
                .collect(Collectors.toMap(MetricDimension::name, MetricDimension::value, (one, other) -> one));
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
