package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.ModelJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
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

    static AlarmHistoryItem created(MetricAlarm alarm) {
        return configured(alarm, alarm.alarmConfigurationUpdatedTimestamp(), "Create", "createdAlarm", "created");
    }

    static AlarmHistoryItem updated(MetricAlarm alarm) {
        return configured(alarm, alarm.alarmConfigurationUpdatedTimestamp(), "Update", "updatedAlarm", "updated");
    }

    static AlarmHistoryItem deleted(MetricAlarm alarm, Instant at) {
        return configured(alarm, at, "Delete", "deletedAlarm", "deleted");
    }

    private static AlarmHistoryItem configured(
            MetricAlarm alarm, Instant at, String type, String field, String happened) {
        ObjectNode data = JSON.createObjectNode().put("version", VERSION).put("type", type);
        data.set(field, decapitalized(ModelJson.tree(alarm)));
        return item(
                alarm,
                at,
                HistoryItemType.CONFIGURATION_UPDATE,
                "Alarm \"" + alarm.alarmName() + "\" " + happened,
                data);
    }

    static AlarmHistoryItem stateUpdate(MetricAlarm before, MetricAlarm after) {
        ObjectNode data = JSON.createObjectNode().put("version", VERSION);
        data.set("oldState", state(before));
        data.set("newState", state(after));
        return item(
                after,
                after.stateUpdatedTimestamp(),
                HistoryItemType.STATE_UPDATE,
                "Alarm updated from " + before.stateValueAsString() + " to " + after.stateValueAsString(),
                data);
    }

    private static ObjectNode state(MetricAlarm alarm) {
        ObjectNode state = JSON.createObjectNode()
                .put("stateValue", alarm.stateValueAsString())
                .put("stateReason", alarm.stateReason());
        if (alarm.stateReasonData() != null) {
            state.set("stateReasonData", parsed(alarm.stateReasonData()));
        }
        return state;
    }

    /** What SetAlarmState was given is JSON only by agreement. */
    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (tools.jackson.core.JacksonException e) {
            return JSON.getNodeFactory().stringNode(text);
        }
    }

    /** What an alarm did: {@code failure} is null when it worked. */
    static AlarmHistoryItem action(
            MetricAlarm alarm, Instant at, String arn, @Nullable String result, @Nullable String failure) {
        ObjectNode data = JSON.createObjectNode()
                .put("actionState", failure == null ? "Succeeded" : "Failed")
                .put("notificationResource", arn);
        if (alarm.stateUpdatedTimestamp() != null) {
            data.put("stateUpdateTimestamp", alarm.stateUpdatedTimestamp().toEpochMilli());
        }
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
            MetricAlarm alarm, Instant at, HistoryItemType type, String summary, ObjectNode data) {
        return AlarmHistoryItem.builder()
                .alarmName(alarm.alarmName())
                .alarmType(AlarmType.METRIC_ALARM)
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
