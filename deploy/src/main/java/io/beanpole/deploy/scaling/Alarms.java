package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metric alarms of an account and region. CloudWatch can't be asked for the alarms of one queue, so all are read. */
public final class Alarms {
    private static final int PAGE = 100;

    private final CloudWatchClient cloudWatch;

    public Alarms(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /** Every metric alarm, by name, read in one pass over the pages. */
    public List<WatchedAlarm> all() {
        return AwsCall.to(
                "list the alarms",
                () -> cloudWatch
                        .describeAlarmsPaginator(request ->
                                request.alarmTypes(AlarmType.METRIC_ALARM).maxRecords(PAGE))
                        .metricAlarms()
                        .stream()
                        .map(WatchedAlarm::new)
                        .sorted(Comparator.comparing(WatchedAlarm::name))
                        .toList());
    }

    /** How the alarms changed state in a stretch of time, oldest first. */
    List<AlarmTransition> transitions(List<WatchedAlarm> alarms, Instant from, Instant to) {
        var transitions = new ArrayList<AlarmTransition>();
        alarms.forEach(alarm -> transitions.addAll(transitions(alarm.name(), from, to)));
        transitions.sort(Comparator.comparing(AlarmTransition::at));
        return transitions;
    }

    /** How one alarm changed state in a stretch of time, oldest first. */
    public List<AlarmTransition> transitions(String alarmName, Instant from, Instant to) {
        return AwsCall.to(
                "read the history of the alarm " + alarmName,
                () -> cloudWatch
                        .describeAlarmHistoryPaginator(request -> request.alarmName(alarmName)
                                .historyItemType(HistoryItemType.STATE_UPDATE)
                                .startDate(from)
                                .endDate(to)
                                .maxRecords(PAGE))
                        .alarmHistoryItems()
                        .stream()
                        .map(Alarms::transition)
                        .sorted(Comparator.comparing(AlarmTransition::at))
                        .toList());
    }

    /** HistoryData is JSON: {@code {"oldState": {"stateValue"}, "newState": {"stateValue", "stateReason"}}}. */
    private static AlarmTransition transition(AlarmHistoryItem item) {
        var data = data(item.historyData());
        var to = data.path("newState");
        return new AlarmTransition(
                item.alarmName(),
                item.timestamp(),
                data.path("oldState").path("stateValue").asString(""),
                to.path("stateValue").asString(""),
                to.path("stateReason").asString(String.valueOf(item.historySummary())));
    }

    private static JsonNode data(String json) {
        try {
            return JsonMapper.shared().readTree(json == null ? "{}" : json);
        } catch (JacksonException e) {
            // The summary still tells the story; a picture is worth more than a complaint about one item.
            return JsonMapper.shared().createObjectNode();
        }
    }
}
