package io.beanpole.cloud.cloudwatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Items of an alarm's history with the JSON that AWS puts into them. */
final class AlarmHistory {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double MILLIS = 1_000;
    private static final String VERSION = "1.0";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private AlarmHistory() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static AlarmHistoryItem created(Alarm alarm) {
        return configured(alarm, alarm.configured(), "Create", "createdAlarm", "created");
    }

    static AlarmHistoryItem updated(Alarm alarm) {
        return configured(alarm, alarm.configured(), "Update", "updatedAlarm", "updated");
    }

    /** Empty where the state was set to what it was. */
    static Optional<AlarmHistoryItem> changed(Alarm before, Alarm after) {
        return before.condition().state() == after.condition().state()
                ? Optional.empty()
                : Optional.of(stateUpdate(before, after));
    }

    static AlarmHistoryItem deleted(Alarm alarm, Instant at) {
        return configured(alarm, at, "Delete", "deletedAlarm", "deleted");
    }

    private static AlarmHistoryItem configured(Alarm alarm, Instant at, String type, String field, String happened) {
        ObjectNode data = JSON.createObjectNode().put("version", VERSION).put("type", type);
        data.set(field, decapitalized(alarm.tree()));
        return item(
                alarm, at, HistoryItemType.CONFIGURATION_UPDATE, "Alarm \"" + alarm.name() + "\" " + happened, data);
    }

    static AlarmHistoryItem stateUpdate(Alarm before, Alarm after) {
        ObjectNode data = JSON.createObjectNode().put("version", VERSION);
        data.set("oldState", state(before));
        data.set("newState", state(after));
        return item(
                after,
                after.condition().updated(),
                HistoryItemType.STATE_UPDATE,
                "Alarm updated from " + before.condition().state() + " to "
                        + after.condition().state(),
                data);
    }

    private static ObjectNode state(Alarm alarm) {
        AlarmCondition condition = alarm.condition();
        ObjectNode state = JSON.createObjectNode()
                .put("stateValue", condition.state().name())
                .put("stateReason", condition.reason());
        if (condition.data() != null) {
            state.set("stateReasonData", parsed(condition.data()));
        }
        return state;
    }

    /** What SetAlarmState was given is JSON only by agreement. */
    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (tools.jackson.core.JacksonException e) {
            return JSON.getNodeFactory().stringNode(text);
        }
    }

    /** What an alarm did: {@code failure} is null when it worked. */
    static AlarmHistoryItem action(
            Alarm alarm, Instant at, String arn, @Nullable String result, @Nullable String failure) {
        ObjectNode data = JSON.createObjectNode()
                .put("actionState", failure == null ? "Succeeded" : "Failed")
                .put("notificationResource", arn);
        data.put("stateUpdateTimestamp", alarm.condition().updated().toEpochMilli());
        if (result != null) {
            data.put(arn.startsWith("arn:aws:sns:") ? "publishedMessage" : "result", result);
        }
        if (failure != null) {
            data.put("error", failure);
        }
        String summary = failure == null
                ? "Successfully executed action " + arn
                : "Failed to execute action " + arn + ". Received error: \"" + failure + "\"";
        return item(alarm, at, HistoryItemType.ACTION, summary, data);
    }

    private static AlarmHistoryItem item(
            Alarm alarm, Instant at, HistoryItemType type, String summary, ObjectNode data) {
        return AlarmHistoryItem.builder()
                .alarmName(alarm.name())
                .alarmType(alarm.type())
                .timestamp(at)
                .historyItemType(type)
                .historySummary(summary)
                .historyData(data.toString())
                .build();
    }

    /** Inside histories and notifications AWS begins the names of fields with a small letter, and times are text. */
    static JsonNode decapitalized(JsonNode tree) {
        if (tree.isObject()) {
            ObjectNode small = JSON.createObjectNode();
            tree.properties().forEach(each -> small.set(small(each.getKey()), value(each.getKey(), each.getValue())));
            return small;
        }
        if (tree.isArray()) {
            ArrayNode all = JSON.createArrayNode();
            tree.forEach(each -> all.add(decapitalized(each)));
            return all;
        }
        return tree;
    }

    private static JsonNode value(String name, JsonNode value) {
        return name.endsWith("Timestamp") && value.isNumber()
                ? JSON.getNodeFactory().stringNode(time(Instant.ofEpochMilli(Math.round(value.asDouble() * MILLIS))))
                : decapitalized(value);
    }

    private static String small(String name) {
        return name.equals("OKActions")
                ? "okactions"
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
