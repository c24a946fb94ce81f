package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The design that options and resources of option files make together. */
final class TemplateDesign {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final String POLICY = "AWS::AutoScaling::ScalingPolicy";
    private static final String SCHEDULE = "AWS::AutoScaling::ScheduledAction";
    private static final String GROUP = "AWSEBAutoScalingGroup";

    private final String name;
    private final GroupOptions group;
    private final DefaultTrigger trigger;
    private final Map<String, String> options;
    private final Map<String, TemplateNode> resources;

    TemplateDesign(String name, Map<String, String> options, Map<String, TemplateNode> resources) {
        this.name = name;
        this.options = options;
        this.resources = resources;
        this.group = new GroupOptions(options);
        this.trigger = new DefaultTrigger(group);
    }

    ScalingDesign design() {
        List<DesignedAlarm> alarms = new ArrayList<>(trigger.alarms(resources.keySet()));
        List<DesignedPolicy> policies = new ArrayList<>();
        ScheduleReader schedule = new ScheduleReader();
        for (Map.Entry<String, TemplateNode> each : resources.entrySet()) {
            TemplateNode resource = each.getValue();
            TemplateNode properties = resource.at("Properties");
            switch (typeOf(each.getKey(), resource)) {
                case ALARM -> alarm(each.getKey(), properties, alarms);
                case POLICY ->
                    policies.add(new PolicyReader(each.getKey(), properties, group.cooldown(), warmUp()).policy());
                case SCHEDULE -> schedule.read(each.getKey(), properties);
                default -> {
                    // Queues, topics and the like don't scale anything.
                }
            }
        }
        schedule.readOptions(options);
        trigger.policies(used(alarms), resources.keySet()).forEach(policies::add);
        return new ScalingDesign(
                name,
                group.minimum(),
                group.maximum(),
                group.cooldown(),
                warmUp(),
                alarms,
                policies,
                schedule.planned());
    }

    private static String typeOf(String resource, TemplateNode node) {
        return node.at("Type").text().orElse(DefaultTrigger.ALARMS.contains(resource) ? ALARM : "");
    }

    /** The group's own, which only a property of the group sets. */
    private @Nullable Duration warmUp() {
        TemplateNode own = resources.get(GROUP);
        if (own == null) {
            return null;
        }
        TemplateNode warmUp = own.at("Properties").at("DefaultInstanceWarmup");
        return warmUp.isThere() ? Duration.ofSeconds(warmUp.integer(0)) : null;
    }

    private void alarm(String alarm, TemplateNode properties, List<DesignedAlarm> alarms) {
        List<String> runs = properties.at("AlarmActions").elements().stream()
                .map(TemplateNode::referred)
                .filter(each -> !each.isEmpty() && !each.equals("AWS::NoValue"))
                .toList();
        if (DefaultTrigger.ALARMS.contains(alarm)) {
            boolean isSilent = !properties.at("AlarmActions").json().isMissingNode() && runs.isEmpty();
            if (!isSilent
                    && !properties.at("MetricName").isThere()
                    && !properties.at("Metrics").isThere()) {
                alarms.add(trigger.alarm(alarm, runs));
                return;
            }
            if (isSilent) {
                return;
            }
        }
        MetricProperties metric = new MetricProperties(properties);
        List<String> policies = runs.stream().filter(this::isPolicy).toList();
        alarms.add(new DesignedAlarm(
                alarm,
                metric.watched(),
                rule(properties),
                policies,
                properties.at("ActionsEnabled").isTrue(true)));
    }

    private boolean isPolicy(String resource) {
        TemplateNode node = resources.get(resource);
        return node == null
                ? DefaultTrigger.POLICIES.contains(resource)
                : node.at("Type").text().orElse("").equals(POLICY);
    }

    private static AlarmRule rule(TemplateNode properties) {
        TemplateNode operator = properties.at("ComparisonOperator");
        Comparison comparison = Comparison.named(operator.need())
                .orElseThrow(() -> operator.wrong("'" + operator.need()
                        + "' is no comparison with a threshold; take GreaterThanOrEqualToThreshold or one like it"));
        TemplateNode treats = properties.at("TreatMissingData");
        MissingData missing = MissingData.named(treats.text().orElse("missing"))
                .orElseThrow(() ->
                        treats.wrong("'" + treats.need() + "' is none of missing, ignore, breaching and notBreaching"));
        int periods = properties.at("EvaluationPeriods").integer(1);
        int datapoints = properties.at("DatapointsToAlarm").integer(periods);
        return new AlarmRule(comparison, properties.at("Threshold").needNumber(), periods, datapoints, missing);
    }

    private static Set<String> used(List<DesignedAlarm> alarms) {
        Set<String> used = new LinkedHashSet<>();
        alarms.forEach(each -> used.addAll(each.policies()));
        return used;
    }
}
