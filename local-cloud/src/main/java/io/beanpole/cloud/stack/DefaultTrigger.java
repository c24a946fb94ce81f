package io.beanpole.cloud.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two alarms and two policies that Elastic Beanstalk makes from the options of {@code aws:autoscaling:trigger}
 * (reference 3.7 [D]). Files of .ebextensions override them by their names; forgetting it when a queue is to scale an
 * environment leaves two policies that fight.
 */
public final class DefaultTrigger {
    /** The logical ids of its alarms: the one that grows the group, and the one that shrinks it. */
    public static final List<String> ALARMS = List.of("AWSEBCloudwatchAlarmHigh", "AWSEBCloudwatchAlarmLow");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OF_THE_BALANCER = Set.of(
            "Latency",
            "RequestCount",
            "HealthyHostCount",
            "UnhealthyHostCount",
            "UnHealthyHostCount",
            "TargetResponseTime");

    private DefaultTrigger() {}

    /**
     * As the Resources of a template.
     *
     * @param options all options of the namespace; times are in minutes
     * @param balancer the load balancer's name, which is the dimension of its metrics
     */
    public static ObjectNode resources(Map<String, String> options, String balancer) {
        ObjectNode resources = JSON.createObjectNode();
        resources.set("AWSEBAutoScalingScaleUpPolicy", policy(option(options, "UpperBreachScaleIncrement")));
        resources.set("AWSEBAutoScalingScaleDownPolicy", policy(option(options, "LowerBreachScaleIncrement")));
        resources.set(ALARMS.get(0), alarm(Direction.UP, options, balancer));
        resources.set(ALARMS.get(1), alarm(Direction.DOWN, options, balancer));
        return resources;
    }

    private static ObjectNode policy(String increment) {
        return JSON.valueToTree(Map.of(
                "Type",
                "AWS::AutoScaling::ScalingPolicy",
                "Properties",
                Map.of(
                        "AutoScalingGroupName",
                        Map.of("Ref", "AWSEBAutoScalingGroup"),
                        "AdjustmentType",
                        "ChangeInCapacity",
                        "ScalingAdjustment",
                        increment)));
    }

    private static ObjectNode alarm(Direction direction, Map<String, String> options, String balancer) {
        String metric = option(options, "MeasureName");
        ObjectNode properties = JSON.createObjectNode();
        properties.put("AlarmDescription", "ElasticBeanstalk Default Scale " + direction.word + " alarm");
        properties.put("Namespace", OF_THE_BALANCER.contains(metric) ? "AWS/ApplicationELB" : "AWS/EC2");
        properties.put("MetricName", metric);
        properties.set(
                "Dimensions",
                JSON.valueToTree(List.of(
                        OF_THE_BALANCER.contains(metric)
                                ? Map.of("Name", "LoadBalancer", "Value", balancer)
                                : Map.of(
                                        "Name",
                                        "AutoScalingGroupName",
                                        "Value",
                                        Map.of("Ref", "AWSEBAutoScalingGroup")))));
        properties.put("Statistic", option(options, "Statistic"));
        properties.put("Unit", option(options, "Unit"));
        properties.put("Period", 60 * minutes(option(options, "Period")));
        properties.put("EvaluationPeriods", option(options, "EvaluationPeriods"));
        properties.put("Threshold", option(options, direction.threshold));
        properties.put("ComparisonOperator", direction.comparison);
        properties.set("AlarmActions", JSON.valueToTree(List.of(Map.of("Ref", direction.policy))));
        ObjectNode alarm = JSON.createObjectNode();
        alarm.put("Type", "AWS::CloudWatch::Alarm");
        alarm.set("Properties", properties);
        return alarm;
    }

    private static int minutes(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new StackException(
                    "Period of aws:autoscaling:trigger must be a number of minutes, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private static String option(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new StackException("The option " + name + " of aws:autoscaling:trigger has no value.");
        }
        return value;
    }

    /** One end of the trigger: more instances above a threshold, fewer below one. */
    private enum Direction {
        UP("Up", "UpperThreshold", "GreaterThanThreshold", "AWSEBAutoScalingScaleUpPolicy"),
        DOWN("Down", "LowerThreshold", "LessThanThreshold", "AWSEBAutoScalingScaleDownPolicy");

        private final String word;
        private final String threshold;
        private final String comparison;
        private final String policy;

        Direction(String word, String threshold, String comparison, String policy) {
            this.word = word;
            this.threshold = threshold;
            this.comparison = comparison;
            this.policy = policy;
        }
    }
}
