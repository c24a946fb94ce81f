package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The operations of CloudWatch that make, change and delete alarms. */
final class AlarmsApi {
    private static final String UNCHECKED = "Unchecked: Initial alarm creation";

    private final Alarms alarms;
    private final MetricStore store;
    private final AlarmActions actions;
    private final Clock clock;
    private final Executor background;
    private final String arnPrefix;

    /**
     * Answers over these alarms.
     *
     * @param background runs the actions of alarms whose state is set by hand
     */
    AlarmsApi(AlarmParts parts, Executor background) {
        this.alarms = parts.alarms();
        this.store = parts.store();
        this.actions = parts.actions();
        this.clock = parts.clock();
        this.arnPrefix = parts.arnPrefix();
        this.background = background;
    }

    void addTo(AwsService service) {
        service.on(PutMetricAlarmRequest.class, this::put)
                .on(DeleteAlarmsRequest.class, this::delete)
                .on(EnableAlarmActionsRequest.class, request -> {
                    enable(request.alarmNames(), true);
                    return EnableAlarmActionsResponse.builder().build();
                })
                .on(DisableAlarmActionsRequest.class, request -> {
                    enable(request.alarmNames(), false);
                    return DisableAlarmActionsResponse.builder().build();
                })
                .on(SetAlarmStateRequest.class, this::setState);
    }

    private PutMetricAlarmResponse put(PutMetricAlarmRequest request) {
        String name = Refusals.required(request.alarmName(), "AlarmName");
        Instant now = clock.instant();
        MetricAlarm asked = configured(request)
                .alarmName(name)
                .alarmArn(arnPrefix + name)
                .alarmConfigurationUpdatedTimestamp(now)
                .stateValue(StateValue.INSUFFICIENT_DATA)
                .stateReason(UNCHECKED)
                .stateUpdatedTimestamp(now)
                .stateTransitionedTimestamp(now)
                .build();
        AlarmDefinition.of(asked, store);
        Optional<MetricAlarm> updated = alarms.change(
                name,
                there -> true,
                there -> withStateOf(there, asked),
                (before, after) -> AlarmHistory.updated(after));
        if (updated.isEmpty()) {
            alarms.put(asked, AlarmHistory.created(asked));
        }
        return PutMetricAlarmResponse.builder().build();
    }

    /** An update replaces the whole configuration and leaves the state as it is. */
    private static MetricAlarm withStateOf(MetricAlarm there, MetricAlarm asked) {
        return asked.toBuilder()
                .stateValue(there.stateValue())
                .stateReason(there.stateReason())
                .stateReasonData(there.stateReasonData())
                .stateUpdatedTimestamp(there.stateUpdatedTimestamp())
                .stateTransitionedTimestamp(there.stateTransitionedTimestamp())
                .build();
    }

    private static MetricAlarm.Builder configured(PutMetricAlarmRequest request) {
        return MetricAlarm.builder()
                .alarmDescription(request.alarmDescription())
                .actionsEnabled(request.actionsEnabled() == null || request.actionsEnabled())
                .okActions(request.okActions())
                .alarmActions(request.alarmActions())
                .insufficientDataActions(request.insufficientDataActions())
                .metricName(request.metricName())
                .namespace(request.namespace())
                .statistic(request.statisticAsString())
                .extendedStatistic(request.extendedStatistic())
                .dimensions(request.dimensions())
                .period(request.period())
                .unit(request.unitAsString())
                .evaluationPeriods(request.evaluationPeriods())
                .datapointsToAlarm(request.datapointsToAlarm())
                .threshold(request.threshold())
                .comparisonOperator(request.comparisonOperatorAsString())
                .treatMissingData(request.treatMissingData())
                .evaluateLowSampleCountPercentile(request.evaluateLowSampleCountPercentile())
                .metrics(request.metrics())
                .thresholdMetricId(request.thresholdMetricId());
    }

    private DeleteAlarmsResponse delete(DeleteAlarmsRequest request) {
        List<MetricAlarm> found = new ArrayList<>();
        for (String name : request.alarmNames()) {
            found.add(existing(name));
        }
        for (MetricAlarm alarm : found) {
            alarms.delete(alarm, AlarmHistory.deleted(alarm, clock.instant()));
            actions.forget(alarm.alarmName());
        }
        return DeleteAlarmsResponse.builder().build();
    }

    /** As on AWS, names that aren't there are passed over. */
    private void enable(List<String> names, boolean enabled) {
        for (String name : names) {
            alarms.change(
                    name,
                    there -> there.actionsEnabled() != enabled,
                    there -> there.toBuilder()
                            .actionsEnabled(enabled)
                            .alarmConfigurationUpdatedTimestamp(clock.instant())
                            .build(),
                    (before, after) -> AlarmHistory.updated(after));
        }
    }

    /** Applies to the alarm as it is at that moment: an evaluation just before is replaced, not lost to. */
    private SetAlarmStateResponse setState(SetAlarmStateRequest request) {
        StateValue state = Refusals.required(request.stateValue(), "StateValue");
        if (state == StateValue.UNKNOWN_TO_SDK_VERSION) {
            throw Refusals.invalidValue(request.stateValueAsString(), "StateValue");
        }
        String reason = Refusals.required(request.stateReason(), "StateReason");
        String name = Refusals.required(request.alarmName(), "AlarmName");
        Instant now = clock.instant();
        AtomicReference<MetricAlarm> replaced = new AtomicReference<>(existing(name));
        MetricAlarm after = alarms.change(
                        name,
                        there -> true,
                        there -> there.toBuilder()
                                .stateValue(state)
                                .stateReason(reason)
                                .stateReasonData(request.stateReasonData())
                                .stateUpdatedTimestamp(now)
                                .stateTransitionedTimestamp(
                                        there.stateValue() == state ? there.stateTransitionedTimestamp() : now)
                                .build(),
                        (there, next) -> {
                            replaced.set(there);
                            return AlarmHistory.stateUpdate(there, next);
                        })
                .orElseThrow(() -> missing(name));
        MetricAlarm before = Objects.requireNonNull(replaced.get());
        if (before.stateValue() != state) {
            background.execute(() -> actions.changed(before, after, OptionalDouble.empty(), now));
        }
        return SetAlarmStateResponse.builder().build();
    }

    private MetricAlarm existing(String name) {
        return alarms.find(name).orElseThrow(() -> missing(name));
    }

    private static AwsError missing(String name) {
        return Refusals.notFound("There is no alarm named '" + name + "'.");
    }
}
