package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.ModelJson;
import io.beanpole.scaling.alarm.AlarmState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import tools.jackson.databind.JsonNode;

/** An alarm on a metric or on an expression over metrics; what it watches is read once, not at each evaluation. */
record MetricWatch(MetricAlarm model, AlarmDefinition definition) implements Alarm {
    /** Refuses what CloudWatch refuses. */
    static MetricWatch of(MetricAlarm model, MetricStore store) {
        return new MetricWatch(model, AlarmDefinition.of(model, store));
    }

    @Override
    public AlarmType type() {
        return AlarmType.METRIC_ALARM;
    }

    @Override
    public double threshold() {
        return model.threshold();
    }

    @Override
    public MetricWatch in(AlarmCondition next) {
        MetricAlarm changed = model.toBuilder()
                .stateValue(next.state().name())
                .stateReason(next.reason())
                .stateReasonData(next.data())
                .stateUpdatedTimestamp(next.updated())
                .stateTransitionedTimestamp(next.transitioned())
                .build();
        return new MetricWatch(changed, definition);
    }

    @Override
    public MetricWatch acting(boolean enabled, Instant at) {
        return new MetricWatch(
                model.toBuilder()
                        .actionsEnabled(enabled)
                        .alarmConfigurationUpdatedTimestamp(at)
                        .build(),
                definition);
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
