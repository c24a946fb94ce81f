package io.beanpole.scaling.why;

import io.beanpole.scaling.why.AxisEntry.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that happened, from wherever it is known, in the order of time. */
record TimeAxis(ScalingFacts facts) {
    private static final int METRIC_ROWS = 20;

    List<AxisEntry> entries() {
        List<AxisEntry> entries = new ArrayList<>();
        alarms(entries);
        activities(entries);
        deployments(entries);
        metrics(entries);
        entries.removeIf(each -> each.at().isBefore(facts.from()) || each.at().isAfter(facts.to()));
        now(entries);
        return entries.stream()
                .map(each -> new AxisEntry(each.at(), each.kind(), PlainNames.in(each.text())))
                .sorted(Comparator.comparing(AxisEntry::at))
                .toList();
    }

    private void alarms(List<AxisEntry> entries) {
        for (AlarmRecord alarm : facts.alarms()) {
            alarm.turns()
                    .forEach(turn -> entries.add(new AxisEntry(
                            turn.at(),
                            Kind.ALARM,
                            alarm.name() + ": " + turn.from() + " to " + turn.to() + ", " + turn.reason())));
            alarm.runs()
                    .forEach(run ->
                            entries.add(new AxisEntry(run.at(), Kind.POLICY, alarm.name() + ": " + run.outcome())));
        }
    }

    private void activities(List<AxisEntry> entries) {
        for (GroupActivityRecord activity : facts.activities()) {
            entries.add(new AxisEntry(
                    activity.started(),
                    Kind.ACTIVITY,
                    activity.description() + ": " + (activity.cause().isEmpty() ? activity.status() : activity.cause())
                            + (activity.message().isEmpty() ? "" : " " + activity.message())));
            if (activity.ended() != null && activity.ended().isAfter(activity.started())) {
                entries.add(new AxisEntry(
                        activity.ended(), Kind.ACTIVITY, activity.description() + ": " + activity.status()));
            }
        }
    }

    private void deployments(List<AxisEntry> entries) {
        for (DeploymentSpan span : facts.deployments()) {
            entries.add(new AxisEntry(span.from(), Kind.DEPLOYMENT, span.what() + " begins"));
            if (span.to() != null) {
                entries.add(new AxisEntry(span.to(), Kind.DEPLOYMENT, span.what() + " ends"));
            }
        }
    }

    /** About twenty rows, each with the highest value of its stretch, which is what alarms look at. */
    private void metrics(List<AxisEntry> entries) {
        long stretch = Math.max(
                facts.cadence().toMillis(),
                Duration.between(facts.from(), facts.to()).toMillis() / METRIC_ROWS);
        Map<Long, List<Measured>> rows = facts.measured().stream()
                .filter(each -> !each.at().isBefore(facts.from()))
                .collect(Collectors.groupingBy(
                        each -> Math.floorDiv(each.at().toEpochMilli(), stretch), TreeMap::new, Collectors.toList()));
        rows.values().forEach(row -> entries.add(new AxisEntry(row.get(0).at(), Kind.METRICS, highest(row))));
    }

    private static String highest(List<Measured> row) {
        Map<Gauge, Double> values = new EnumMap<>(Gauge.class);
        row.forEach(each -> values.merge(each.gauge(), each.value(), Math::max));
        return values.entrySet().stream()
                .map(each -> each.getKey().told(Wording.number(each.getValue())))
                .collect(Collectors.joining(", "));
    }

    private void now(List<AxisEntry> entries) {
        GroupSnapshot group = facts.group();
        if (group.read().isAfter(facts.to().plus(facts.cadence()))) {
            return;
        }
        QueueSnapshot queue = facts.queue();
        String messages = queue == null
                ? ""
                : queue.waiting() + " messages wait, " + queue.inFlight() + " are in flight (the queue's own count); ";
        String suspended = group.suspended().isEmpty()
                ? ""
                : "; suspended: " + group.suspended().keySet().stream().sorted().collect(Collectors.joining(", "));
        entries.add(new AxisEntry(
                group.read(),
                Kind.NOW,
                messages + group.desired() + " desired, " + group.inService() + " in service, "
                        + group.protectedInService() + " protected from scale-in" + suspended));
    }
}
