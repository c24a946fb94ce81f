package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy out of the properties of {@code AWS::AutoScaling::ScalingPolicy}. */
final class PolicyReader {
    private final String name;
    private final TemplateNode properties;
    private final Duration cooldown;
    private final Duration warmUp;

    /**
     * A reader of one policy.
     *
     * @param cooldown the group's
     * @param groupWarmUp the group's; without it the cooldown stands in
     */
    PolicyReader(String name, TemplateNode properties, Duration cooldown, @Nullable Duration groupWarmUp) {
        this.name = name;
        this.properties = properties;
        this.cooldown = seconds(properties.at("Cooldown"), cooldown);
        this.warmUp = seconds(properties.at("EstimatedInstanceWarmup"), groupWarmUp == null ? cooldown : groupWarmUp);
    }

    DesignedPolicy policy() {
        TemplateNode type = properties.at("PolicyType");
        return switch (type.text().orElse("SimpleScaling")) {
            case "SimpleScaling" -> {
                int amount = properties.at("ScalingAdjustment").integer(0);
                yield designed(new SimplePolicy(name, new Adjustment(adjustment(), amount, magnitude()), cooldown));
            }
            case "StepScaling" -> designed(new StepPolicy(name, adjustment(), steps(), magnitude(), warmUp));
            case "TargetTrackingScaling" -> tracking(properties.at("TargetTrackingConfiguration"));
            default ->
                throw type.wrong("'" + type.need()
                        + "' is none of SimpleScaling, StepScaling and TargetTrackingScaling, which can be worked out");
        };
    }

    private static DesignedPolicy designed(ScalingPolicy policy) {
        return new DesignedPolicy(policy, true, null);
    }

    private AdjustmentType adjustment() {
        return AdjustmentType.of(properties.at("AdjustmentType").need());
    }

    private int magnitude() {
        return properties.at("MinAdjustmentMagnitude").integer(0);
    }

    private List<Step> steps() {
        List<TemplateNode> steps = properties.at("StepAdjustments").elements();
        return steps.stream()
                .map(each -> new Step(
                        each.at("MetricIntervalLowerBound").number().orElse(Double.NEGATIVE_INFINITY),
                        each.at("MetricIntervalUpperBound").number().orElse(Double.POSITIVE_INFINITY),
                        each.at("ScalingAdjustment").integer(0)))
                .toList();
    }

    private DesignedPolicy tracking(TemplateNode configuration) {
        TemplateNode custom = configuration.at("CustomizedMetricSpecification");
        boolean keeps = configuration.at("DisableScaleIn").isTrue(false);
        double target = configuration.at("TargetValue").needNumber();
        return new DesignedPolicy(
                new TargetTrackingPolicy(name, target, keeps, warmUp),
                true,
                custom.isThere() ? new MetricProperties(custom).watched() : predefined(configuration));
    }

    private static WatchedMetric predefined(TemplateNode configuration) {
        TemplateNode type = configuration.at("PredefinedMetricSpecification").at("PredefinedMetricType");
        String metric = switch (type.need()) {
            case "ASGAverageCPUUtilization" -> "CPUUtilization";
            case "ASGAverageNetworkIn" -> "NetworkIn";
            case "ASGAverageNetworkOut" -> "NetworkOut";
            default -> throw type.wrong("'" + type.need() + "' is no metric of a group without a load balancer");
        };
        var source = new MetricSource("AWS/EC2", metric, MetricSubject.OTHER);
        return WatchedMetric.of(source, "Average", Duration.ofMinutes(1));
    }

    private static Duration seconds(TemplateNode value, Duration otherwise) {
        return value.isThere() ? Duration.ofSeconds(value.integer(0)) : otherwise;
    }
}
