package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmContributorsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmContributorsResponse;
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
                .on(DescribeAlarmHistoryRequest.class, this::history)
                .on(DescribeAlarmContributorsRequest.class, this::contributors)
                .lacks(
                        DescribeAlarmContributorsRequest.class,
                        "always empty, because alarms on Metrics Insights queries are refused");
    }

    /** Without a type only alarms on metrics are described, as on AWS (evidence: [B]). */
    private DescribeAlarmsResponse describe(DescribeAlarmsRequest request) {
        if (request.alarmNamePrefix() != null && !request.alarmNames().isEmpty()) {
            throw Refusals.combination("The parameters AlarmNames and AlarmNamePrefix exclude each other.");
        }
        if (request.childrenOfAlarmName() != null || request.parentsOfAlarmName() != null) {
            return family(request);
        }
        List<AlarmType> types = request.alarmTypes().isEmpty() ? List.of(AlarmType.METRIC_ALARM) : request.alarmTypes();
        List<Alarm> wanted = alarms.all().stream()
                .filter(alarm -> types.contains(alarm.type()))
                .filter(alarm ->
                        request.alarmNames().isEmpty() || request.alarmNames().contains(alarm.name()))
                .filter(alarm -> startsWith(alarm.name(), request.alarmNamePrefix()))
                .filter(alarm -> request.stateValue() == null
                        || request.stateValueAsString()
                                .equals(alarm.condition().state().name()))
                .filter(alarm -> request.actionPrefix() == null
                        || alarm.allActions().stream().anyMatch(arn -> arn.startsWith(request.actionPrefix())))
                .toList();
        return described(wanted, request, alarm -> alarm);
    }

    /** The alarms that a composite alarm rests on, or the composite alarms that rest on one. */
    private DescribeAlarmsResponse family(DescribeAlarmsRequest request) {
        boolean both = request.childrenOfAlarmName() != null && request.parentsOfAlarmName() != null;
        boolean others = !request.alarmNames().isEmpty()
                || request.alarmNamePrefix() != null
                || request.stateValue() != null
                || request.actionPrefix() != null;
        if (both || others) {
            throw Refusals.combination("ChildrenOfAlarmName or ParentsOfAlarmName stands alone, with no parameters but"
                    + " AlarmTypes, MaxRecords and NextToken.");
        }
        String name =
                request.childrenOfAlarmName() == null ? request.parentsOfAlarmName() : request.childrenOfAlarmName();
        Alarm alarm = alarms.find(name).orElseThrow(() -> Refusals.notFound("There is no alarm named '" + name + "'."));
        List<Alarm> wanted = new ArrayList<>();
        if (request.childrenOfAlarmName() == null) {
            alarms.compositions().stream()
                    .filter(each -> each.rule().alarms().stream().anyMatch(alarm::isCalled))
                    .forEach(wanted::add);
        } else if (alarm instanceof Composition composition) {
            alarms.all().stream()
                    .filter(each -> composition.rule().alarms().stream().anyMatch(each::isCalled))
                    .forEach(wanted::add);
        }
        wanted.removeIf(
                each -> !request.alarmTypes().isEmpty() && !request.alarmTypes().contains(each.type()));
        return described(wanted, request, AlarmListings::inShort);
    }

    /** Of children and parents no more than name, ARN and state is told (evidence: [B]). */
    private static Alarm inShort(Alarm alarm) {
        if (alarm instanceof MetricWatch watch) {
            MetricAlarm model = watch.model();
            return new MetricWatch(
                    MetricAlarm.builder()
                            .alarmName(model.alarmName())
                            .alarmArn(model.alarmArn())
                            .stateValue(model.stateValue())
                            .stateUpdatedTimestamp(model.stateUpdatedTimestamp())
                            .build(),
                    watch.definition());
        }
        Composition composition = (Composition) alarm;
        CompositeAlarm model = composition.model();
        return new Composition(
                CompositeAlarm.builder()
                        .alarmName(model.alarmName())
                        .alarmArn(model.alarmArn())
                        .stateValue(model.stateValue())
                        .stateUpdatedTimestamp(model.stateUpdatedTimestamp())
                        .build(),
                composition.rule());
    }

    private static DescribeAlarmsResponse described(
            List<Alarm> wanted, DescribeAlarmsRequest request, UnaryOperator<Alarm> view) {
        Page<Alarm> page = Page.of(wanted, request.nextToken(), size(request.maxRecords()));
        List<MetricAlarm> watches = new ArrayList<>();
        List<CompositeAlarm> compositions = new ArrayList<>();
        for (Alarm alarm : page.items()) {
            Alarm told = view.apply(alarm);
            if (told instanceof MetricWatch watch) {
                watches.add(watch.model());
            } else if (told instanceof Composition composition) {
                compositions.add(composition.model());
            }
        }
        return DescribeAlarmsResponse.builder()
                .metricAlarms(watches)
                .compositeAlarms(compositions)
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean startsWith(String name, @Nullable String prefix) {
        return prefix == null || name.startsWith(prefix);
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
                .metricAlarms(alarms.watches().stream()
                        .map(MetricWatch::model)
                        .filter(alarm -> watches(alarm, key))
                        .filter(alarm -> request.statistic() == null || request.statistic() == alarm.statistic())
                        .filter(alarm -> request.extendedStatistic() == null
                                || request.extendedStatistic().equals(alarm.extendedStatistic()))
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

    /** Only alarms on a Metrics Insights query have contributors, and none can be made here. */
    private DescribeAlarmContributorsResponse contributors(DescribeAlarmContributorsRequest request) {
        String name = Refusals.required(request.alarmName(), "AlarmName");
        if (alarms.find(name).isEmpty()) {
            throw Refusals.notFound("There is no alarm named '" + name + "'.");
        }
        return DescribeAlarmContributorsResponse.builder()
                .alarmContributors(List.of())
                .build();
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
