package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmResponse;

/** The operation that makes composite alarms; all others on alarms are for both kinds. */
final class CompositeAlarmsApi {
    private static final List<String> ACTIONS = List.of("sns", "lambda", "ssm", "ssm-incidents", "aiops");

    private final Alarms alarms;
    private final Clock clock;
    private final String arnPrefix;
    private final Executor background;
    private final Runnable evaluation;

    /**
     * Answers over these alarms.
     *
     * @param background runs {@code evaluation} of all composite alarms when one is new
     */
    CompositeAlarmsApi(AlarmParts parts, Executor background, Runnable evaluation) {
        this.alarms = parts.alarms();
        this.clock = parts.clock();
        this.arnPrefix = parts.arnPrefix();
        this.background = background;
        this.evaluation = evaluation;
    }

    void addTo(AwsService service) {
        service.on(PutCompositeAlarmRequest.class, this::put);
    }

    private PutCompositeAlarmResponse put(PutCompositeAlarmRequest request) {
        String name = Refusals.required(request.alarmName(), "AlarmName");
        AlarmDefinition.checkName(name);
        Instant now = clock.instant();
        CompositeAlarm asked = CompositeAlarm.builder()
                .alarmName(name)
                .alarmArn(arnPrefix + name)
                .alarmDescription(request.alarmDescription())
                .alarmRule(request.alarmRule())
                .actionsEnabled(request.actionsEnabled() == null || request.actionsEnabled())
                .okActions(request.okActions())
                .alarmActions(request.alarmActions())
                .insufficientDataActions(request.insufficientDataActions())
                .actionsSuppressor(request.actionsSuppressor())
                .actionsSuppressorWaitPeriod(request.actionsSuppressorWaitPeriod())
                .actionsSuppressorExtensionPeriod(request.actionsSuppressorExtensionPeriod())
                .alarmConfigurationUpdatedTimestamp(now)
                .build();
        AlarmsApi.requireNoOtherKind(alarms, name, AlarmType.COMPOSITE_ALARM);
        Composition fresh = Composition.of(asked).in(AlarmCondition.unchecked(now));
        checkActions(fresh);
        checkOthers(fresh);
        checkSuppressor(asked);
        alarms.put(fresh, there -> fresh.in(there.condition()), AlarmTags.of(request.tags()));
        background.execute(evaluation);
        return PutCompositeAlarmResponse.builder().build();
    }

    /** A composite alarm can't drive Auto Scaling (evidence: [D], reference 5.2). */
    private static void checkActions(Composition alarm) {
        AlarmDefinition.checkActions(alarm.okActions(), "OKActions");
        AlarmDefinition.checkActions(alarm.alarmActions(), "AlarmActions");
        AlarmDefinition.checkActions(alarm.insufficientDataActions(), "InsufficientDataActions");
        for (String arn : alarm.allActions()) {
            if (!ACTIONS.contains(arn.split(":", -1)[2])) {
                throw Refusals.invalid("A composite alarm can't run " + arn
                        + ": it notifies topics, and scaling policies are run by metric alarms only.");
            }
        }
    }

    private void checkOthers(Composition alarm) {
        TreeSet<String> absent = new TreeSet<>(alarm.rule().alarms());
        absent.removeIf(each -> alarm.isCalled(each) || alarms.called(each).isPresent());
        if (!absent.isEmpty()) {
            throw Refusals.invalid(
                    "Could not save the composite alarm as alarms " + absent + " in the alarm rule do not exist.");
        }
        if (alarm.rule().alarms().stream().anyMatch(alarm::isCalled)) {
            throw Refusals.invalid("The rule of the composite alarm " + alarm.name() + " needs its own state.");
        }
    }

    private void checkSuppressor(CompositeAlarm asked) {
        boolean hasPeriods =
                asked.actionsSuppressorWaitPeriod() != null && asked.actionsSuppressorExtensionPeriod() != null;
        boolean hasSome =
                asked.actionsSuppressorWaitPeriod() != null || asked.actionsSuppressorExtensionPeriod() != null;
        String suppressor = asked.actionsSuppressor();
        if (suppressor == null ? hasSome : !hasPeriods) {
            throw Refusals.invalid("ActionsSuppressor, ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod"
                    + " must be given together.");
        }
        if (suppressor != null && alarms.called(suppressor).isEmpty()) {
            throw Refusals.invalid("The ActionsSuppressor " + suppressor + " does not exist.");
        }
    }
}
