package io.beanpole.deploy.lane.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** What alarms run: scaling policies are ours to set, whatever else people hung on an alarm stays. */
final class AlarmActions {
    private static final String POLICY = ":scalingPolicy:";

    private AlarmActions() {}

    /** The wanted alarm with what people hung on the one that is there: PutMetricAlarm replaces all actions. */
    static PutMetricAlarmRequest keeping(MetricAlarm present, PutMetricAlarmRequest wanted) {
        var actions = new ArrayList<>(wanted.alarmActions());
        actions.addAll(others(present));
        // Another order is no change.
        var isSame = Set.copyOf(actions).equals(Set.copyOf(present.alarmActions()));
        var request = wanted.toBuilder().alarmActions(isSame ? present.alarmActions() : actions);
        if (!present.okActions().isEmpty()) {
            request.okActions(present.okActions());
        }
        if (!present.insufficientDataActions().isEmpty()) {
            request.insufficientDataActions(present.insufficientDataActions());
        }
        return request.build();
    }

    /** What an alarm runs that is no scaling policy, a topic for instance. */
    static List<String> others(MetricAlarm alarm) {
        return alarm.alarmActions().stream()
                .filter(action -> !action.contains(POLICY))
                .toList();
    }

    /** A sentence, with a space before it, that names what an alarm no longer runs; empty when it is nothing. */
    static String removed(MetricAlarm present, List<String> from) {
        var gone = present.alarmActions().stream()
                .filter(action -> !from.contains(action))
                .map(AlarmActions::name)
                .collect(Collectors.joining(", "));
        return gone.isEmpty() ? "" : " It no longer runs " + gone + ".";
    }

    /** A policy by its name, anything else by its ARN. */
    private static String name(String action) {
        var at = action.lastIndexOf("policyName/");
        return at < 0 ? action : "the policy " + action.substring(at + "policyName/".length());
    }
}
