package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.ModelJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where alarms, their tags and their history are kept: a snapshot, and a journal of what changed since. */
final class AlarmFile {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmFile.class);
    private static final int MOST_LINES = 5_000;

    private final StateFile<Kept> snapshot;
    private final Journal journal;
    private final MetricStore store;
    private long number;

    AlarmFile(Path directory, MetricStore store) {
        this.snapshot = new StateFile<>(directory.resolve("alarms.json"), Kept.class);
        this.journal = new Journal(directory.resolve("alarms.journal"));
        this.store = store;
    }

    /** Something that changes what is kept. */
    interface Target {
        void put(Alarm alarm);

        void delete(String name);

        void tag(String arn, Map<String, String> tags);

        void happened(AlarmHistoryItem item);
    }

    /**
     * What stands in the snapshot: models of the API, named as the API names their fields.
     *
     * @param number of the last change that is in it; the journal may hold older ones after a crash
     */
    record Kept(
            @Nullable List<JsonNode> alarms,
            @Nullable List<JsonNode> composites,
            @Nullable Map<String, Map<String, String>> tags,
            @Nullable List<JsonNode> history,
            @Nullable Long number) {}

    /** Tells {@code target} all that was kept; the history comes the oldest first. */
    void read(Target target) {
        Kept kept = snapshot.read(() -> new Kept(null, null, null, null, null));
        orNone(kept.alarms()).forEach(tree -> put(target, AlarmType.METRIC_ALARM, tree));
        orNone(kept.composites()).forEach(tree -> put(target, AlarmType.COMPOSITE_ALARM, tree));
        Optional.ofNullable(kept.tags()).orElse(Map.of()).forEach(target::tag);
        List<JsonNode> history = orNone(kept.history());
        for (int i = history.size() - 1; i >= 0; i--) {
            target.happened(ModelJson.read(AlarmHistoryItem.class, history.get(i)));
        }
        number = Optional.ofNullable(kept.number()).orElse(0L);
        for (JsonNode change : journal.read()) {
            if (change.path("number").asLong() > number) {
                number = change.path("number").asLong();
                replay(target, change);
            }
        }
    }

    private static List<JsonNode> orNone(@Nullable List<JsonNode> list) {
        return list == null ? List.of() : list;
    }

    private void replay(Target target, JsonNode change) {
        change.path("put")
                .properties()
                .forEach(each -> put(target, AlarmType.fromValue(each.getKey()), each.getValue()));
        if (change.has("delete")) {
            target.delete(change.path("delete").asString());
        }
        change.path("tag").properties().forEach(each -> {
            Map<String, String> tags = new HashMap<>();
            each.getValue()
                    .properties()
                    .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString()));
            target.tag(each.getKey(), tags);
        });
        change.path("happened").forEach(item -> target.happened(ModelJson.read(AlarmHistoryItem.class, item)));
    }

    private void put(Target target, AlarmType type, JsonNode tree) {
        try {
            target.put(
                    type == AlarmType.COMPOSITE_ALARM
                            ? Composition.of(ModelJson.read(CompositeAlarm.class, tree))
                            : MetricWatch.of(ModelJson.read(MetricAlarm.class, tree), store));
        } catch (AwsError e) {
            LOG.error("The alarm {} that was kept is left out", tree.path("AlarmName"), e);
        }
    }

    /** One change that is to be kept as a whole. */
    static final class Change {
        private final ObjectNode line = JsonMapper.shared().createObjectNode();

        Change put(Alarm alarm) {
            line.putObject("put").set(alarm.type().toString(), alarm.tree());
            return this;
        }

        Change delete(String name) {
            line.put("delete", name);
            return this;
        }

        Change tag(String arn, Map<String, String> tags) {
            ObjectNode all = line.putObject("tag").putObject(arn);
            tags.forEach(all::put);
            return this;
        }

        Change happened(AlarmHistoryItem item) {
            line.withArray("happened").add(ModelJson.tree(item));
            return this;
        }
    }

    void write(Change change) {
        change.line.put("number", ++number);
        journal.append(change.line);
    }

    /** Whether the journal has grown so long that a snapshot should take its place. */
    boolean isLong() {
        return journal.lines() >= MOST_LINES;
    }

    /** @param history the newest first */
    void writeAll(Iterable<Alarm> alarms, Map<String, Map<String, String>> tags, Iterable<AlarmHistoryItem> history) {
        List<JsonNode> metric = new ArrayList<>();
        List<JsonNode> composite = new ArrayList<>();
        alarms.forEach(each -> (each instanceof Composition ? composite : metric).add(each.tree()));
        List<JsonNode> items = new ArrayList<>();
        history.forEach(item -> items.add(ModelJson.tree(item)));
        snapshot.write(new Kept(metric, composite, tags, items, number));
        journal.clear();
    }
}
