package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.alarm.AlarmState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
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
    private static final int MOST_DELETED = 100;

    private final Alarms alarms;
    private final MetricStore store;
    private final AlarmActions actions;
    private final Clock clock;
    private final Executor background;
    private final Afterwards afterwards;
    private final String arnPrefix;

    /**
     * Answers over these alarms.
     *
     * @param background runs what follows when a state is set by hand
     */
    AlarmsApi(AlarmParts parts, Executor background, Afterwards afterwards) {
        this.alarms = parts.alarms();
        this.store = parts.store();
        this.actions = parts.actions();
        this.clock = parts.clock();
        this.arnPrefix = parts.arnPrefix();
        this.background = background;
        this.afterwards = afterwards;
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
                .build();
        requireNoOtherKind(alarms, name, AlarmType.METRIC_ALARM);
        MetricWatch fresh = MetricWatch.of(asked, store).in(AlarmCondition.unchecked(now));
        alarms.put(fresh, there -> fresh.in(there.condition()), AlarmTags.of(request.tags()));
        return PutMetricAlarmResponse.builder().build();
    }

    /** A name is taken by an alarm of one kind until that is deleted. */
    static void requireNoOtherKind(Alarms alarms, String name, AlarmType kind) {
        if (alarms.find(name).filter(there -> there.type() != kind).isPresent()) {
            throw Refusals.invalid("An alarm of another type is already named '" + name + "'. Delete it first.");
        }
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

    /**
     * Those that are there are deleted even if others are not; a composite alarm and the alarms it rests on stay while
     * it rests on them (evidence: [D]).
     */
    private DeleteAlarmsResponse delete(DeleteAlarmsRequest request) {
        List<Alarm> found = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String name : request.alarmNames()) {
            alarms.find(name).ifPresentOrElse(found::add, () -> absent.add(name));
        }
        if (request.alarmNames().size() > MOST_DELETED
                || found.stream().filter(Composition.class::isInstance).count() > 1) {
            throw Refusals.invalid("One request deletes at most " + MOST_DELETED
                    + " alarms and among them at most one composite alarm.");
        }
        found.forEach(this::requireUnused);
        for (Alarm alarm : found) {
            alarms.delete(alarm, AlarmHistory.deleted(alarm, clock.instant()));
            actions.forget(alarm.name());
        }
        if (!absent.isEmpty()) {
            throw missing(String.join("', '", absent));
        }
        return DeleteAlarmsResponse.builder().build();
    }

    private void requireUnused(Alarm alarm) {
        List<String> parents = alarms.compositions().stream()
                .filter(each -> each.rule().alarms().stream().anyMatch(alarm::isCalled)
                        || each.suppressor().filter(alarm::isCalled).isPresent())
                .map(Alarm::name)
                .toList();
        if (!parents.isEmpty()) {
            throw Refusals.invalid("Cannot delete " + alarm.name()
                    + " as there are composite alarm(s) depending on it: " + String.join(", ", parents) + ".");
        }
    }

    /** As on AWS, names that aren't there are passed over. */
    private void enable(List<String> names, boolean enabled) {
        for (String name : names) {
            alarms.change(
                    name,
                    there -> there.actionsEnabled() != enabled,
                    there -> there.acting(enabled, clock.instant()),
                    (before, after) -> Optional.of(AlarmHistory.updated(after)));
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
        AtomicReference<Alarm> replaced = new AtomicReference<>(existing(name));
        Alarm after = alarms.change(
                        name,
                        there -> true,
                        there -> there.in(there.condition()
                                .next(AlarmState.valueOf(state.name()), reason, request.stateReasonData(), now)),
                        (there, next) -> {
                            replaced.set(there);
                            return AlarmHistory.changed(there, next);
                        })
                .orElseThrow(() -> missing(name));
        Alarm before = Objects.requireNonNull(replaced.get());
        if (before.condition().state() != after.condition().state()) {
            background.execute(() -> afterwards.changed(before, after, now));
        }
        return SetAlarmStateResponse.builder().build();
    }

    /** What follows when a state was set by hand. */
    @FunctionalInterface
    interface Afterwards {
        void changed(Alarm before, Alarm after, Instant at);
    }

    private Alarm existing(String name) {
        return alarms.find(name).orElseThrow(() -> missing(name));
    }

    private static AwsError missing(String name) {
        return Refusals.notFound("There is no alarm named '" + name + "'.");
    }
}
