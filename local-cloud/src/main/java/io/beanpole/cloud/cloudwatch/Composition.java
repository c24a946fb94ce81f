package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.ModelJson;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmExpression;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.ActionsSuppressedBy;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import tools.jackson.databind.JsonNode;

/** A composite alarm: its state follows from the states of others. */
record Composition(CompositeAlarm model, AlarmExpression rule) implements Alarm {
    /** Refuses a rule that can't be read. */
    static Composition of(CompositeAlarm model) {
        try {
            return new Composition(model, AlarmExpression.parse(Refusals.required(model.alarmRule(), "AlarmRule")));
        } catch (ScalingException e) {
            throw Refusals.invalid("AlarmRule is invalid: " + e.getMessage());
        }
    }

    @Override
    public AlarmType type() {
        return AlarmType.COMPOSITE_ALARM;
    }

    @Override
    public double threshold() {
        return Double.NaN;
    }

    Optional<String> suppressor() {
        return Optional.ofNullable(model.actionsSuppressor());
    }

    Suppression.Periods suppressionPeriods() {
        return new Suppression.Periods(
                Duration.ofSeconds(
                        Optional.ofNullable(model.actionsSuppressorWaitPeriod()).orElse(0)),
                Duration.ofSeconds(Optional.ofNullable(model.actionsSuppressorExtensionPeriod())
                        .orElse(0)));
    }

    boolean isSuppressed() {
        return model.actionsSuppressedBy() != null;
    }

    /** The same alarm, its actions held back or not. */
    Composition held(Suppression suppression) {
        ActionsSuppressedBy by = switch (suppression) {
            case NONE -> null;
            case BY_ALARM -> ActionsSuppressedBy.ALARM;
            case BY_WAIT_PERIOD -> ActionsSuppressedBy.WAIT_PERIOD;
            case BY_EXTENSION_PERIOD -> ActionsSuppressedBy.EXTENSION_PERIOD;
        };
        String why = by == null ? null : "Actions suppressed by " + model.actionsSuppressor();
        return new Composition(
                model.toBuilder()
                        .actionsSuppressedBy(by)
                        .actionsSuppressedReason(why)
                        .build(),
                rule);
    }

    @Override
    public Composition in(AlarmCondition next) {
        CompositeAlarm changed = model.toBuilder()
                .stateValue(next.state().name())
                .stateReason(next.reason())
                .stateReasonData(next.data())
                .stateUpdatedTimestamp(next.updated())
                .stateTransitionedTimestamp(next.transitioned())
                .build();
        return new Composition(changed, rule);
    }

    @Override
    public Composition acting(boolean enabled, Instant at) {
        return new Composition(
                model.toBuilder()
                        .actionsEnabled(enabled)
                        .alarmConfigurationUpdatedTimestamp(at)
                        .build(),
                rule);
    }

    @Override
    public String name() {
        return model.alarmName();
    }

    @Override
    public String arn() {
        return model.alarmArn();
    }

    @Override
    public @Nullable String description() {
        return model.alarmDescription();
    }

    @Override
    public AlarmCondition condition() {
        return new AlarmCondition(
                AlarmState.valueOf(model.stateValueAsString()),
                model.stateReason(),
                model.stateReasonData(),
                model.stateUpdatedTimestamp(),
                model.stateTransitionedTimestamp());
    }

    @Override
    public boolean actionsEnabled() {
        return !Boolean.FALSE.equals(model.actionsEnabled());
    }

    @Override
    public List<String> okActions() {
        return model.okActions();
    }

    @Override
    public List<String> alarmActions() {
        return model.alarmActions();
    }

    @Override
    public List<String> insufficientDataActions() {
        return model.insufficientDataActions();
    }

    @Override
    public Instant configured() {
        return model.alarmConfigurationUpdatedTimestamp();
    }

    @Override
    public JsonNode tree() {
        return ModelJson.tree(model);
    }
}
