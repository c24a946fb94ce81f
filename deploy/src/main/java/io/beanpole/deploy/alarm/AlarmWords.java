package io.beanpole.deploy.alarm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** What an alarm says of the things that it watches and moves: names of queues and groups, ids of environments. */
record AlarmWords(MetricAlarm alarm) {
    /** Elastic Beanstalk names the stack of an environment, and all that is in it, by the environment's id. */
    private static final Pattern STACK = Pattern.compile("awseb-(e-[a-z0-9]{10})-");

    private static final Pattern GROUP = Pattern.compile(":autoScalingGroupName/([^:]+):");

    /** The queues whose metrics it watches. */
    Set<String> queues() {
        return valuesOf("QueueName");
    }

    /** The groups whose metrics it watches, or whose policies it runs. */
    Set<String> groups() {
        var groups = new LinkedHashSet<>(valuesOf("AutoScalingGroupName"));
        alarm.alarmActions().forEach(action -> {
            var match = GROUP.matcher(action);
            if (match.find()) {
                groups.add(match.group(1));
            }
        });
        return groups;
    }

    /** The id of the environment in whose stack it or what it watches was made. */
    Optional<String> environmentId() {
        var texts = new ArrayList<String>();
        texts.add(alarm.alarmName());
        texts.addAll(queues());
        texts.addAll(groups());
        return texts.stream()
                .map(STACK::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }

    private Set<String> valuesOf(String dimension) {
        var values = new LinkedHashSet<String>();
        collect(alarm.dimensions(), dimension, values);
        alarm.metrics().stream()
                .filter(query -> query.metricStat() != null)
                .forEach(query -> collect(query.metricStat().metric().dimensions(), dimension, values));
        return values;
    }

    private static void collect(List<Dimension> dimensions, String name, Set<String> into) {
        dimensions.stream()
                .filter(dimension -> name.equals(dimension.name()))
                .map(Dimension::value)
                .forEach(into::add);
    }
}
