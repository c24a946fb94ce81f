package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.ModelJson;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
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
        return change.now().stateValueAsString() + ": \"" + change.now().alarmName() + "\" in "
                + change.now().alarmArn().split(":")[REGION];
    }

    static String message(AlarmChange change) {
        MetricAlarm alarm = change.now();
        String[] arn = alarm.alarmArn().split(":");
        ObjectNode message = JsonMapper.shared()
                .createObjectNode()
                .put("AlarmName", alarm.alarmName())
                .put("AlarmDescription", alarm.alarmDescription())
                .put("AWSAccountId", arn[ACCOUNT])
                .put(
                        "AlarmConfigurationUpdatedTimestamp",
                        AlarmHistory.time(alarm.alarmConfigurationUpdatedTimestamp()))
                .put("NewStateValue", alarm.stateValueAsString())
                .put("NewStateReason", alarm.stateReason())
                .put("StateChangeTime", AlarmHistory.time(change.at()))
                .put("Region", arn[REGION])
                .put("AlarmArn", alarm.alarmArn())
                .put("OldStateValue", change.before().stateValueAsString());
        texts(message.putArray("OKActions"), alarm.okActions());
        texts(message.putArray("AlarmActions"), alarm.alarmActions());
        texts(message.putArray("InsufficientDataActions"), alarm.insufficientDataActions());
        JsonNode fields = ModelJson.tree(alarm);
        ObjectNode trigger = message.putObject("Trigger");
        for (String name : TRIGGER) {
            JsonNode value = fields.get(name);
            if (value != null) {
                trigger.set(name, value.isArray() ? AlarmHistory.decapitalized(value) : value);
            }
        }
        return message.toString();
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
