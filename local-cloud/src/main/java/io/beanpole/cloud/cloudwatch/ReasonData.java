package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.metric.Datapoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The reason of a state as JSON, shaped as CloudWatch's StateReasonData. */
final class ReasonData {
    private ReasonData() {}

    static String of(MetricAlarm alarm, AlarmDefinition definition, AlarmDecision decision, Instant at) {
        List<Datapoint> oldestFirst = decision.evaluated().stream()
                .sorted(Comparator.comparing(Datapoint::start))
                .toList();
        ObjectNode data =
                JsonMapper.shared().createObjectNode().put("version", "1.0").put("queryDate", AlarmHistory.time(at));
        if (!oldestFirst.isEmpty()) {
            data.put("startDate", AlarmHistory.time(oldestFirst.get(0).start()));
        }
        if (alarm.unit() != null) {
            data.put("unit", alarm.unitAsString());
        }
        if (alarm.statistic() != null) {
            data.put("statistic", alarm.statisticAsString());
        } else if (alarm.extendedStatistic() != null) {
            data.put("statistic", alarm.extendedStatistic());
        }
        data.put("period", definition.period().toSeconds());
        ArrayNode recent = data.putArray("recentDatapoints");
        oldestFirst.forEach(each -> recent.add(each.value()));
        data.put("threshold", definition.rule().threshold());
        ArrayNode evaluated = data.putArray("evaluatedDatapoints");
        decision.missing().forEach(start -> evaluated.addObject().put("timestamp", AlarmHistory.time(start)));
        decision.evaluated().forEach(each -> {
            ObjectNode datapoint = evaluated.addObject().put("timestamp", AlarmHistory.time(each.start()));
            each.sampleCount().ifPresent(count -> datapoint.put("sampleCount", count));
            datapoint.put("value", each.value());
        });
        return data.toString();
    }

    /** Of a composite alarm: the alarms that it looked at and that are in ALARM, or all when none is. */
    static String of(Collection<Alarm> children) {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        ArrayNode triggering = data.putArray("triggeringAlarms");
        for (Alarm child : children) {
            ObjectNode told = triggering.addObject().put("arn", child.arn());
            told.putObject("state")
                    .put("value", child.condition().state().name())
                    .put("timestamp", AlarmHistory.time(child.condition().transitioned()));
        }
        return data.toString();
    }
}
