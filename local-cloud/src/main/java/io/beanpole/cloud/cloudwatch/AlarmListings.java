package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** The operations of CloudWatch that list alarms and their history. */
final class AlarmListings {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final Alarms alarms;

    AlarmListings(Alarms alarms) {
        this.alarms = alarms;
    }

    void addTo(AwsService service) {
        service.on(DescribeAlarmsRequest.class, this::describe)
                .on(DescribeAlarmsForMetricRequest.class, this::ofMetric)
                .on(DescribeAlarmHistoryRequest.class, this::history);
    }

    private DescribeAlarmsResponse describe(DescribeAlarmsRequest request) {
        if (request.alarmNamePrefix() != null && !request.alarmNames().isEmpty()) {
            throw Refusals.combination("The parameters AlarmNames and AlarmNamePrefix exclude each other.");
        }
        if (request.childrenOfAlarmName() != null || request.parentsOfAlarmName() != null) {
            throw Refusals.invalidValue(
                    "The local cloud has no composite alarms, so no alarm has children or parents.");
        }
        boolean metricAlarms =
                request.alarmTypes().isEmpty() || request.alarmTypes().contains(AlarmType.METRIC_ALARM);
        List<MetricAlarm> wanted = alarms.all().stream()
                .filter(alarm -> metricAlarms)
                .filter(alarm ->
                        request.alarmNames().isEmpty() || request.alarmNames().contains(alarm.alarmName()))
                .filter(alarm -> startsWith(alarm.alarmName(), request.alarmNamePrefix()))
                .filter(alarm -> request.stateValue() == null || request.stateValue() == alarm.stateValue())
                .filter(alarm -> request.actionPrefix() == null || acts(alarm, request.actionPrefix()))
                .toList();
        Page<MetricAlarm> page = Page.of(wanted, request.nextToken(), size(request.maxRecords()));
        return DescribeAlarmsResponse.builder()
                .metricAlarms(page.items())
                .compositeAlarms(List.of())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean startsWith(String name, @Nullable String prefix) {
        return prefix == null || name.startsWith(prefix);
    }

    private static boolean acts(MetricAlarm alarm, String prefix) {
        return Stream.of(alarm.okActions(), alarm.alarmActions(), alarm.insufficientDataActions())
                .flatMap(List::stream)
                .anyMatch(arn -> arn.startsWith(prefix));
    }

    private static int size(@Nullable Integer maxRecords) {
        if (maxRecords == null) {
            return USUAL_PAGE;
        }
        if (maxRecords < 1 || maxRecords > LARGEST_PAGE) {
            throw Refusals.invalidValue(maxRecords, "MaxRecords");
        }
        return maxRecords;
    }

    private DescribeAlarmsForMetricResponse ofMetric(DescribeAlarmsForMetricRequest request) {
        MetricKey key = MetricKey.of(
                Refusals.required(request.namespace(), "Namespace"),
                Refusals.required(request.metricName(), "MetricName"),
                request.dimensions(),
                "");
        return DescribeAlarmsForMetricResponse.builder()
                .metricAlarms(alarms.all().stream()
                        .filter(alarm -> watches(alarm, key))
                        .filter(alarm -> request.statistic() == null || request.statistic() == alarm.statistic())
                        .filter(alarm ->
                                request.period() == null || request.period().equals(alarm.period()))
                        .filter(alarm -> request.unit() == null || request.unit() == alarm.unit())
                        .toList())
                .build();
    }

    /** Alarms on expressions are left out, as on AWS. */
    private static boolean watches(MetricAlarm alarm, MetricKey key) {
        return alarm.metricName() != null
                && MetricKey.of(alarm.namespace(), alarm.metricName(), alarm.dimensions(), "")
                        .equals(key);
    }

    private DescribeAlarmHistoryResponse history(DescribeAlarmHistoryRequest request) {
        Stream<AlarmHistoryItem> wanted = alarms.history().stream()
                .filter(item ->
                        request.alarmName() == null || request.alarmName().equals(item.alarmName()))
                .filter(item ->
                        request.historyItemType() == null || request.historyItemType() == item.historyItemType())
                .filter(item ->
                        request.alarmTypes().isEmpty() || request.alarmTypes().contains(item.alarmType()))
                .filter(item -> request.startDate() == null || !item.timestamp().isBefore(request.startDate()))
                .filter(item -> request.endDate() == null || !item.timestamp().isAfter(request.endDate()));
        List<AlarmHistoryItem> ordered = new ArrayList<>(wanted.toList());
        if (request.scanBy() == ScanBy.TIMESTAMP_ASCENDING) {
            Collections.reverse(ordered);
        }
        Page<AlarmHistoryItem> page = Page.of(ordered, request.nextToken(), size(request.maxRecords()));
        return DescribeAlarmHistoryResponse.builder()
                .alarmHistoryItems(page.items())
                .nextToken(page.nextToken())
                .build();
    }
}
