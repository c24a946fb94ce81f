package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.OptionKey;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.stack.DefaultTrigger;
import io.beanpole.cloud.stack.PhysicalResource;
import io.beanpole.cloud.stack.ScheduledActions;
import io.beanpole.cloud.stack.StackException;
import io.beanpole.cloud.stack.StackOutcome;
import io.beanpole.cloud.stack.StackRequest;
import io.beanpole.cloud.stack.Stacks;
import io.beanpole.cloud.stack.Template;
import java.util.Map;
import java.util.TreeMap;

/** The resources around an environment: Elastic Beanstalk's own trigger, and what the bundle's .ebextensions say. */
final class EnvironmentStack {
    private final Platform platform;
    private final Stacks stacks;
    private final WorkerQueues queues;
    private final EventLog.OperationEvents events;

    EnvironmentStack(Platform platform, WorkerQueues queues, EventLog.OperationEvents events) {
        this.platform = platform;
        this.stacks = platform.stacks();
        this.queues = queues;
        this.events = events;
    }

    /**
     * Brings the resources of a plan about, with an event for each.
     *
     * @param group the name of the environment's Auto Scaling group, which must be there
     * @throws StackException when the Resources of the bundle can't be brought about
     */
    void apply(EnvironmentRecord environment, DeploymentPlan plan, String group) {
        Map<String, PhysicalResource> known = new KnownResources(platform, queues).of(environment, group);
        try {
            StackOutcome outcome = stacks.apply(new StackRequest(
                    environment.id(),
                    template(environment, plan),
                    known,
                    (namespace, name) -> plan.settings().text(namespace, name)));
            told(outcome);
        } catch (StackException e) {
            throw new StackException(
                    "Service:AmazonCloudFormation, Message: Stack named 'awseb-" + environment.id()
                            + "-stack' aborted operation. Reason: " + e.getMessage(),
                    e);
        }
    }

    void delete(EnvironmentRecord environment) {
        told(stacks.delete(environment.id()));
    }

    private void told(StackOutcome outcome) {
        outcome.changes().forEach(events::info);
        outcome.warnings().forEach(events::warn);
    }

    private static Template template(EnvironmentRecord environment, DeploymentPlan plan) {
        Template template = new Template();
        template.with(
                "Elastic Beanstalk",
                DefaultTrigger.resources(
                        plan.settings().namespace(OptionName.TRIGGER), KnownResources.balancer(environment)));
        scheduledActions(plan.settings())
                .forEach((name, options) ->
                        template.with("Elastic Beanstalk", ScheduledActions.resource(name, options)));
        plan.bundle().extensions().mappings().forEach(template::withMappings);
        plan.bundle().extensions().resources().forEach(template::with);
        return template;
    }

    /** The options of each scheduled action, by the action's name. */
    private static Map<String, Map<String, String>> scheduledActions(OptionSettings settings) {
        Map<String, Map<String, String>> actions = new TreeMap<>();
        settings.namespace(OptionName.SCHEDULED_ACTION).forEach((kept, value) -> {
            OptionKey option = OptionKey.ofKept(OptionName.SCHEDULED_ACTION, kept);
            if (!option.resource().isEmpty()) {
                actions.computeIfAbsent(option.resource(), name -> new TreeMap<>())
                        .put(option.name(), value);
            }
        });
        return actions;
    }
}
