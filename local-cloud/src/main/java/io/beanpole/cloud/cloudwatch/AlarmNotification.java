package io.beanpole.cloud.cloudwatch;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a topic is told about an alarm, shaped as CloudWatch's notifications. */
final class AlarmNotification {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final List<String> TRIGGER = List.of(
            "MetricName",
            "Namespace",
            "Statistic",
            "Unit",
            "Dimensions",
            "Period",
            "Metrics",
            "EvaluationPeriods",
            "DatapointsToAlarm",
            "ComparisonOperator",
            "Threshold",
            "TreatMissingData");

    private AlarmNotification() {}

    static String subject(AlarmChange change) {
        return change.now().condition().state() + ": \"" + change.now().name() + "\" in "
                + change.now().arn().split(":")[REGION];
    }

    static String message(AlarmChange change) {
        Alarm alarm = change.now();
        String[] arn = alarm.arn().split(":");
        ObjectNode message = JsonMapper.shared()
                .createObjectNode()
                .put("AlarmName", alarm.name())
                .put("AlarmDescription", alarm.description())
                .put("AWSAccountId", arn[ACCOUNT])
                .put("AlarmConfigurationUpdatedTimestamp", AlarmHistory.time(alarm.configured()))
                .put("NewStateValue", alarm.condition().state().name())
                .put("NewStateReason", alarm.condition().reason())
                .put("StateChangeTime", AlarmHistory.time(change.at()))
                .put("Region", arn[REGION])
                .put("AlarmArn", alarm.arn())
                .put("OldStateValue", change.before().condition().state().name());
        texts(message.putArray("OKActions"), alarm.okActions());
        texts(message.putArray("AlarmActions"), alarm.alarmActions());
        texts(message.putArray("InsufficientDataActions"), alarm.insufficientDataActions());
        if (alarm instanceof Composition composition) {
            children(message, composition);
        } else {
            trigger(message, alarm);
        }
        return message.toString();
    }

    private static void trigger(ObjectNode message, Alarm alarm) {
        JsonNode fields = alarm.tree();
        ObjectNode trigger = message.putObject("Trigger");
        for (String name : TRIGGER) {
            JsonNode value = fields.get(name);
            if (value != null) {
                trigger.set(name, value.isArray() ? AlarmHistory.decapitalized(value) : value);
            }
        }
    }

    /** A composite alarm names its rule and the alarms that made it change. */
    private static void children(ObjectNode message, Composition alarm) {
        message.put("AlarmRule", alarm.rule().toString());
        ArrayNode children = message.putArray("TriggeringChildren");
        String data = alarm.condition().data();
        if (data != null) {
            for (JsonNode child : AlarmHistory.parsed(data).path("triggeringAlarms")) {
                ObjectNode told =
                        children.addObject().put("Arn", child.path("arn").asString());
                told.putObject("State")
                        .put("Value", child.path("state").path("value").asString())
                        .put("Timestamp", child.path("state").path("timestamp").asString());
            }
        }
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
