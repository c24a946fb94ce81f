package io.beanpole.deploy.scaling.file;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scheduled actions out of resources and of options; those that happen once are left out, as a design has no date
 * (reference 3.7).
 */
final class ScheduleReader {
    private static final String OPTIONS = "aws:autoscaling:scheduledaction";

    private final List<PlannedSize> planned = new ArrayList<>();

    List<PlannedSize> planned() {
        return planned;
    }

    /** An {@code AWS::AutoScaling::ScheduledAction}. */
    void read(String name, TemplateNode properties) {
        if (!properties.at("Recurrence").isThere()) {
            return;
        }
        TemplateNode zone = properties.at("TimeZone");
        var size = new ScheduledSize(
                number(properties.at("MinSize")),
                number(properties.at("MaxSize")),
                number(properties.at("DesiredCapacity")));
        try {
            ZoneId in = zone.text().map(ZoneId::of).orElse(ZoneOffset.UTC);
            planned.add(new PlannedSize(
                    name, Recurrence.of(properties.at("Recurrence").need(), in), size));
        } catch (DateTimeException e) {
            throw zone.wrong("'" + zone.need() + "' is no time zone: " + e.getMessage());
        }
    }

    /** Those of {@code aws:autoscaling:scheduledaction}, each with the name of its resource before the namespace. */
    void readOptions(Map<String, String> options) {
        Map<String, Map<String, String>> actions = new TreeMap<>();
        options.forEach((key, value) -> {
            int at = key.indexOf("." + OPTIONS + " ");
            if (at > 0) {
                actions.computeIfAbsent(key.substring(0, at), unused -> new TreeMap<>())
                        .put(key.substring(key.indexOf(' ') + 1), value);
            }
        });
        actions.forEach((name, each) -> {
            String recurrence = each.get("Recurrence");
            if (recurrence != null && !Boolean.parseBoolean(each.getOrDefault("Suspend", "false"))) {
                var size = new ScheduledSize(
                        number(name, each, "MinSize"),
                        number(name, each, "MaxSize"),
                        number(name, each, "DesiredCapacity"));
                planned.add(new PlannedSize(name, Recurrence.of(recurrence, ZoneOffset.UTC), size));
            }
        });
    }

    private static @Nullable Integer number(TemplateNode node) {
        return node.isThere() ? node.integer(0) : null;
    }

    private static @Nullable Integer number(String action, Map<String, String> options, String option) {
        String text = options.get(option);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new DeployException(
                    "The scheduled action " + action + " has " + option + " '" + text + "', which is no whole number.",
                    e);
        }
    }
}
