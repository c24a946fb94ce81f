package io.beanpole.cloud.cloudwatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;

/** All alarms of both kinds with their tags and history; every change is kept. */
final class Alarms implements AlarmFile.Target {
    private static final Duration HISTORY_KEPT = Duration.ofDays(30);
    private static final int HISTORY_MOST = 5_000;

    private final AlarmFile file;
    private final NavigableMap<String, Alarm> alarms = new TreeMap<>();
    private final Map<String, Map<String, String>> tags = new HashMap<>();
    private final Deque<AlarmHistoryItem> history = new ArrayDeque<>();

    Alarms(AlarmFile file) {
        this.file = file;
        file.read(this);
        // A line that a crash cut off must not stand before the next one.
        file.writeAll(alarms.values(), tags, history);
    }

    synchronized Optional<Alarm> find(String name) {
        return Optional.ofNullable(alarms.get(name));
    }

    /** The alarm with this name or ARN. */
    synchronized Optional<Alarm> called(String nameOrArn) {
        int name = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(":alarm:") : -1;
        return find(name < 0 ? nameOrArn : nameOrArn.substring(name + ":alarm:".length()))
                .filter(alarm -> alarm.isCalled(nameOrArn));
    }

    /** All of them by name. */
    synchronized List<Alarm> all() {
        return List.copyOf(alarms.values());
    }

    /** Whether nobody has changed or deleted it since. */
    boolean isCurrent(Alarm alarm) {
        return find(alarm.name()).filter(there -> there == alarm).isPresent();
    }

    /** Those on metrics, by name. */
    List<MetricWatch> watches() {
        return all().stream()
                .filter(MetricWatch.class::isInstance)
                .map(MetricWatch.class::cast)
                .toList();
    }

    /** The composite ones, by name. */
    List<Composition> compositions() {
        return all().stream()
                .filter(Composition.class::isInstance)
                .map(Composition.class::cast)
                .toList();
    }

    /** Makes or replaces an alarm; what it is made of may depend on the one that is there, which keeps its tags. */
    synchronized void put(Alarm fresh, UnaryOperator<Alarm> update, Map<String, String> tagsOfNew) {
        Alarm there = alarms.get(fresh.name());
        Alarm alarm = there == null ? fresh : update.apply(there);
        put(alarm);
        AlarmHistoryItem item = there == null ? AlarmHistory.created(alarm) : AlarmHistory.updated(alarm);
        happened(item);
        AlarmFile.Change change = new AlarmFile.Change().put(alarm).happened(item);
        if (there == null && !tagsOfNew.isEmpty()) {
            tag(alarm.arn(), tagsOfNew);
            change.tag(alarm.arn(), tagsOfNew);
        }
        keep(change);
    }

    /**
     * Changes an alarm, unless it is gone or no longer as expected; gives it as it is then.
     *
     * @param item what the history says of it
     */
    synchronized Optional<Alarm> change(
            String name, Predicate<Alarm> asExpected, UnaryOperator<Alarm> change, ChangeHistory item) {
        Alarm before = alarms.get(name);
        if (before == null || !asExpected.test(before)) {
            return Optional.empty();
        }
        Alarm after = change.apply(before);
        put(after);
        AlarmFile.Change kept = new AlarmFile.Change().put(after);
        item.of(before, after).ifPresent(happened -> {
            happened(happened);
            kept.happened(happened);
        });
        keep(kept);
        return Optional.of(after);
    }

    synchronized void delete(Alarm alarm, AlarmHistoryItem item) {
        delete(alarm.name());
        happened(item);
        keep(new AlarmFile.Change().delete(alarm.name()).happened(item));
    }

    synchronized void record(AlarmHistoryItem item) {
        happened(item);
        keep(new AlarmFile.Change().happened(item));
    }

    synchronized Map<String, String> tags(String arn) {
        return new TreeMap<>(tags.getOrDefault(arn, Map.of()));
    }

    synchronized void retag(String arn, Map<String, String> all) {
        tag(arn, all);
        keep(new AlarmFile.Change().tag(arn, all));
    }

    /** What happened, the newest first. */
    synchronized List<AlarmHistoryItem> history() {
        return new ArrayList<>(history);
    }

    @Override
    public synchronized void put(Alarm alarm) {
        alarms.put(alarm.name(), alarm);
    }

    @Override
    public synchronized void delete(String name) {
        Alarm gone = alarms.remove(name);
        if (gone != null) {
            tags.remove(gone.arn());
        }
    }

    @Override
    public synchronized void tag(String arn, Map<String, String> all) {
        tags.put(arn, Map.copyOf(all));
    }

    @Override
    public synchronized void happened(AlarmHistoryItem item) {
        history.addFirst(item);
        while (history.size() > HISTORY_MOST
                || history.getLast().timestamp().isBefore(item.timestamp().minus(HISTORY_KEPT))) {
            history.removeLast();
        }
    }

    private void keep(AlarmFile.Change change) {
        file.write(change);
        if (file.isLong()) {
            file.writeAll(alarms.values(), tags, history);
        }
    }

    /** What a change of an alarm is in its history; empty where it is nothing that AWS would write down. */
    @FunctionalInterface
    interface ChangeHistory {
        Optional<AlarmHistoryItem> of(Alarm before, Alarm after);
    }
}
