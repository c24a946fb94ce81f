package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.why.AlarmRun;
import io.beanpole.scaling.why.AlarmTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history of one alarm since a time: its changes of state and what it ran, the oldest first. */
record AlarmPast(List<AlarmTurn> turns, List<AlarmRun> runs) {
    private static final int PAGE = 100;

    /** An alarm that flaps for weeks has more items than anybody reads. */
    private static final int MOST = 1000;

    static AlarmPast of(CloudWatchClient cloudWatch, String alarm, Instant from, Instant to) {
        var items = AwsCall.to(
                "read the history of the alarm " + alarm,
                () -> cloudWatch
                        .describeAlarmHistoryPaginator(request -> request.alarmName(alarm)
                                .startDate(from)
                                .endDate(to)
                                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                                .maxRecords(PAGE))
                        .alarmHistoryItems()
                        .stream()
                        .limit(MOST)
                        .toList());
        var turns = new ArrayList<AlarmTurn>();
        var runs = new ArrayList<AlarmRun>();
        for (var item : items) {
            if (item.historyItemType() == HistoryItemType.STATE_UPDATE) {
                turn(item).ifPresent(turns::add);
            } else if (item.historyItemType() == HistoryItemType.ACTION) {
                runs.add(new AlarmRun(item.timestamp(), outcome(item)));
            }
        }
        return new AlarmPast(turns, runs);
    }

    /** HistoryData is JSON: {@code {"oldState": {"stateValue"}, "newState": {"stateValue", "stateReason"}}}. */
    private static Optional<AlarmTurn> turn(AlarmHistoryItem item) {
        var data = data(item);
        var from = state(data.path("oldState"));
        var to = state(data.path("newState"));
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlarmTurn(
                        item.timestamp(),
                        from.get(),
                        to.get(),
                        data.path("newState").path("stateReason").asString(String.valueOf(item.historySummary()))));
    }

    private static Optional<AlarmState> state(JsonNode node) {
        return switch (node.path("stateValue").asString("")) {
            case "OK" -> Optional.of(AlarmState.OK);
            case "ALARM" -> Optional.of(AlarmState.ALARM);
            case "INSUFFICIENT_DATA" -> Optional.of(AlarmState.INSUFFICIENT_DATA);
            default -> Optional.empty();
        };
    }

    /** The result where one was written down; AWS mostly writes no more than that the action was run. */
    private static String outcome(AlarmHistoryItem item) {
        var data = data(item);
        var result = data.path("result").asString(data.path("error").asString(""));
        return result.isEmpty() ? String.valueOf(item.historySummary()) : result;
    }

    private static JsonNode data(AlarmHistoryItem item) {
        try {
            return JsonMapper.shared().readTree(item.historyData() == null ? "{}" : item.historyData());
        } catch (JacksonException e) {
            // The summary still tells the story.
            return JsonMapper.shared().createObjectNode();
        }
    }
}
