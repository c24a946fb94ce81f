package io.beanpole.cloud.stack;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The scheduled actions that Elastic Beanstalk makes from the options of {@code aws:autoscaling:scheduledaction}, one
 * for each resource name (reference 3.7 [D]).
 */
public final class ScheduledActions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScheduledActions() {}

    /**
     * As the Resources of a template; empty for an action that is suspended.
     *
     * @param name the action's resource name
     * @param options all options of the action
     */
    public static ObjectNode resource(String name, Map<String, String> options) {
        ObjectNode resources = JSON.createObjectNode();
        if (Boolean.parseBoolean(options.getOrDefault("Suspend", "false"))) {
            return resources;
        }
        ObjectNode properties = JSON.createObjectNode();
        properties.putObject("AutoScalingGroupName").put("Ref", "AWSEBAutoScalingGroup");
        options.forEach((option, value) -> {
            if (!option.equals("Suspend") && !value.isBlank()) {
                properties.put(option, value);
            }
        });
        ObjectNode action = resources.putObject("AWSEBScheduledAction" + name.replaceAll("[^A-Za-z0-9]", ""));
        action.put("Type", "AWS::AutoScaling::ScheduledAction");
        action.set("Properties", properties);
        return resources;
    }
}
