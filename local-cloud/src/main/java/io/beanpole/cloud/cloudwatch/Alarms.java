package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.wire.ModelJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import tools.jackson.databind.JsonNode;

/** All alarms and their history; every change is kept. */
final class Alarms {
    private static final Duration HISTORY_KEPT = Duration.ofDays(14);
    private static final int HISTORY_MOST = 1_000;

    private final StateFile<Kept> file;
    private final NavigableMap<String, MetricAlarm> alarms = new TreeMap<>();
    private final Deque<AlarmHistoryItem> history = new ArrayDeque<>();

    Alarms(StateFile<Kept> file) {
        this.file = file;
        Kept kept = file.read(() -> new Kept(List.of(), List.of()));
        kept.alarms().stream()
                .map(tree -> ModelJson.read(MetricAlarm.class, tree))
                .forEach(alarm -> alarms.put(alarm.alarmName(), alarm));
        kept.history().stream()
                .map(tree -> ModelJson.read(AlarmHistoryItem.class, tree))
                .forEach(history::addLast);
    }

    synchronized Optional<MetricAlarm> find(String name) {
        return Optional.ofNullable(alarms.get(name));
    }

    /** All of them by name. */
    synchronized List<MetricAlarm> all() {
        return List.copyOf(alarms.values());
    }

    synchronized void put(MetricAlarm alarm, AlarmHistoryItem item) {
        alarms.put(alarm.alarmName(), alarm);
        add(item);
        keep();
    }

    /**
     * Changes an alarm, unless it is gone or no longer as expected; gives it as it is then.
     *
     * @param item what the history says of it
     */
    synchronized Optional<MetricAlarm> change(
            String name, Predicate<MetricAlarm> asExpected, UnaryOperator<MetricAlarm> change, ChangeHistory item) {
        MetricAlarm before = alarms.get(name);
        if (before == null || !asExpected.test(before)) {
            return Optional.empty();
        }
        MetricAlarm after = change.apply(before);
        alarms.put(name, after);
        add(item.of(before, after));
        keep();
        return Optional.of(after);
    }

    synchronized void delete(MetricAlarm alarm, AlarmHistoryItem item) {
        alarms.remove(alarm.alarmName());
        add(item);
        keep();
    }

    synchronized void record(AlarmHistoryItem item) {
        add(item);
        keep();
    }

    /** What happened, the newest first. */
    synchronized List<AlarmHistoryItem> history() {
        return new ArrayList<>(history);
    }

    private void add(AlarmHistoryItem item) {
        history.addFirst(item);
        while (history.size() > HISTORY_MOST
                || history.getLast().timestamp().isBefore(item.timestamp().minus(HISTORY_KEPT))) {
            history.removeLast();
        }
    }

    private void keep() {
        file.write(new Kept(
                alarms.values().stream().map(ModelJson::tree).toList(),
                history.stream().map(ModelJson::tree).toList()));
    }

    /** What a change of an alarm is in its history. */
    @FunctionalInterface
    interface ChangeHistory {
        AlarmHistoryItem of(MetricAlarm before, MetricAlarm after);
    }

    /** What stands in the file: models of the API, named as the API names their fields. */
    record Kept(List<JsonNode> alarms, List<JsonNode> history) {}
}
