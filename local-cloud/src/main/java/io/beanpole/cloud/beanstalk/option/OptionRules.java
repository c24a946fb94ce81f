package io.beanpole.cloud.beanstalk.option;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What AWS checks of option settings before it takes them. */
public final class OptionRules {
    /** Of all names and values of environment properties together, on the common platforms [D26, roadmap #152]. */
    private static final int MOST_PROPERTY_BYTES = 4_096;

    private OptionRules() {}

    /** What is wrong with a single setting: an option that there isn't, or a value that it can't have. */
    public static Optional<OptionMessage> fault(OptionKey option, String value) {
        Optional<OptionDefinition> known = OptionDefinitions.all().find(option.namespace(), option.name());
        if (known.isEmpty()) {
            return Optional.of(new OptionMessage(
                    true,
                    option,
                    "Invalid option specification " + option.inWords() + ": Unknown configuration setting."));
        }
        if (option.namespace().equals(OptionName.SCHEDULED_ACTION)
                && option.resource().isEmpty()) {
            return Optional.of(new OptionMessage(
                    true,
                    option,
                    "Invalid option specification " + option.inWords()
                            + ": A ResourceName, which names the scheduled action, is required."));
        }
        return known.get().fault(value).map(why -> OptionMessage.error(option, value, why));
    }

    /** What is wrong with each setting of one layer, on its own. */
    public static List<OptionMessage> faults(Map<String, Map<String, String>> layer) {
        List<OptionMessage> found = new ArrayList<>();
        layer.forEach((namespace, options) -> options.forEach(
                (kept, value) -> fault(OptionKey.ofKept(namespace, kept), value).ifPresent(found::add)));
        return found;
    }

    /** A warning for each setting that differs from its default and has no effect on the local cloud. */
    public static List<OptionMessage> unserved(OptionSettings set) {
        List<OptionMessage> found = new ArrayList<>();
        set.all()
                .forEach((namespace, options) -> options.forEach((kept, value) -> {
                    OptionKey option = OptionKey.ofKept(namespace, kept);
                    OptionDefinitions.all()
                            .find(namespace, option.name())
                            .filter(known -> !value.isEmpty() && !value.equals(known.defaultValue()))
                            .flatMap(known -> Optional.ofNullable(known.unserved()))
                            .ifPresent(why -> found.add(OptionMessage.warning(
                                    option,
                                    "The option setting " + option.inWords() + " has no effect: " + why + ".")));
                }));
        return found;
    }

    /** What is wrong with settings together, once all layers are on each other. */
    public static List<OptionMessage> conflicts(OptionSettings settings, EnvironmentTierName tier) {
        List<OptionMessage> found = new ArrayList<>();
        settings.boundsFault()
                .ifPresent(
                        fault -> found.add(new OptionMessage(true, new OptionKey(OptionName.GROUP, "MinSize"), fault)));
        batches(settings, tier).ifPresent(found::add);
        properties(settings).ifPresent(found::add);
        managedActions(settings).ifPresent(found::add);
        healthCheck(settings).ifPresent(found::add);
        trigger(settings).ifPresent(found::add);
        return found;
    }

    private static Optional<OptionMessage> batches(OptionSettings settings, EnvironmentTierName tier) {
        String size = settings.text(OptionName.COMMAND, "BatchSize").orElse("100");
        boolean isPercentage = settings.text(OptionName.COMMAND, "BatchSizeType")
                .orElse("Percentage")
                .equals("Percentage");
        if (isPercentage && settings.number(OptionName.COMMAND, "BatchSize", 100) > 100) {
            return Optional.of(OptionMessage.error(
                    new OptionKey(OptionName.COMMAND, "BatchSize"),
                    size,
                    "Value must be a number from 1 to 100, because BatchSizeType is Percentage."));
        }
        String policy = settings.text(OptionName.COMMAND, "DeploymentPolicy").orElse("AllAtOnce");
        return policy.equals("TrafficSplitting") && tier == EnvironmentTierName.WORKER
                ? Optional.of(OptionMessage.error(
                        new OptionKey(OptionName.COMMAND, "DeploymentPolicy"),
                        policy,
                        "Traffic splitting needs an application load balancer, which a worker environment doesn't"
                                + " have."))
                : Optional.empty();
    }

    private static Optional<OptionMessage> properties(OptionSettings settings) {
        int bytes = 0;
        for (Map.Entry<String, String> each :
                settings.namespace(OptionName.ENVIRONMENT_PROPERTIES).entrySet()) {
            bytes += (each.getKey() + each.getValue()).getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes <= MOST_PROPERTY_BYTES
                ? Optional.empty()
                : Optional.of(new OptionMessage(
                        true,
                        new OptionKey(OptionName.ENVIRONMENT_PROPERTIES, "EnvironmentVariables"),
                        "The environment properties have " + bytes + " bytes with their names; the limit is "
                                + MOST_PROPERTY_BYTES + "."));
    }

    private static Optional<OptionMessage> managedActions(OptionSettings settings) {
        if (!settings.isOn(OptionName.MANAGED_ACTIONS, "ManagedActionsEnabled")) {
            return Optional.empty();
        }
        OptionKey missing =
                settings.text(OptionName.MANAGED_ACTIONS, "PreferredStartTime").isEmpty()
                        ? new OptionKey(OptionName.MANAGED_ACTIONS, "PreferredStartTime")
                        : new OptionKey(OptionName.PLATFORM_UPDATE, "UpdateLevel");
        return settings.text(missing.namespace(), missing.name()).isPresent()
                ? Optional.empty()
                : Optional.of(new OptionMessage(
                        true, missing, "You must set " + missing.inWords() + " when managed actions are enabled."));
    }

    private static Optional<OptionMessage> healthCheck(OptionSettings settings) {
        int timeout = settings.number(OptionName.PROCESS, "HealthCheckTimeout", 5);
        int interval = settings.number(OptionName.PROCESS, "HealthCheckInterval", 15);
        return timeout < interval
                ? Optional.empty()
                : Optional.of(OptionMessage.error(
                        new OptionKey(OptionName.PROCESS, "HealthCheckTimeout"),
                        String.valueOf(timeout),
                        "Value must be less than HealthCheckInterval, which is " + interval + "."));
    }

    /** AWS may silently adjust them [D]. */
    private static Optional<OptionMessage> trigger(OptionSettings settings) {
        int period = settings.number(OptionName.TRIGGER, "Period", 5);
        int periods = settings.number(OptionName.TRIGGER, "EvaluationPeriods", 1);
        int duration = settings.number(OptionName.TRIGGER, "BreachDuration", 5);
        return period * periods == duration
                ? Optional.empty()
                : Optional.of(OptionMessage.warning(
                        new OptionKey(OptionName.TRIGGER, "BreachDuration"),
                        "BreachDuration (" + duration + ") differs from Period (" + period
                                + ") times EvaluationPeriods (" + periods + "), so it is adjusted."));
    }
}
