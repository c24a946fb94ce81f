package io.beanpole.console.scaling;

import io.beanpole.console.naming.Names;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.WatchedMetric;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** An alarm while it is edited: its rule; what it watches and what it runs stay. */
final class AlarmDraft {
    private final DesignedAlarm alarm;
    private final StringProperty threshold;
    private final StringProperty period;
    private final StringProperty datapoints;
    private final StringProperty periods;
    private final ObjectProperty<Comparison> comparison;
    private final ObjectProperty<MissingData> missingData;
    private final BooleanProperty enabled;

    AlarmDraft(DesignedAlarm alarm) {
        this.alarm = alarm;
        var rule = alarm.rule();
        threshold = new SimpleStringProperty(this, "threshold", Entry.text(rule.threshold()));
        period = new SimpleStringProperty(
                this, "period", Entry.text(alarm.metric().period()));
        datapoints = new SimpleStringProperty(this, "datapoints", String.valueOf(rule.datapointsToAlarm()));
        periods = new SimpleStringProperty(this, "periods", String.valueOf(rule.evaluationPeriods()));
        comparison = new SimpleObjectProperty<>(this, "comparison", rule.comparison());
        missingData = new SimpleObjectProperty<>(this, "missingData", rule.missingData());
        enabled = new SimpleBooleanProperty(this, "enabled", alarm.enabled());
    }

    /** Short, as people know it. */
    String title() {
        return Names.logical(alarm.name());
    }

    /** What it watches: the metric's name or the expression. */
    String watches() {
        var result = alarm.metric().result();
        var source = result.source();
        return source != null ? result.statistic() + " " + source.name() : String.valueOf(result.expression());
    }

    List<String> policies() {
        return alarm.policies();
    }

    /** Whether it scales anything. */
    boolean runsSomething() {
        return !alarm.policies().isEmpty();
    }

    StringProperty thresholdProperty() {
        return threshold;
    }

    StringProperty periodProperty() {
        return period;
    }

    StringProperty datapointsProperty() {
        return datapoints;
    }

    StringProperty periodsProperty() {
        return periods;
    }

    ObjectProperty<Comparison> comparisonProperty() {
        return comparison;
    }

    ObjectProperty<MissingData> missingDataProperty() {
        return missingData;
    }

    BooleanProperty enabledProperty() {
        return enabled;
    }

    /** Everything that can change. */
    List<ObservableValue<?>> fields() {
        return List.of(threshold, period, datapoints, periods, comparison, missingData, enabled);
    }

    /**
     * The alarm as it is written now.
     *
     * @throws ScalingException when a field holds no number, or CloudWatch would refuse the rule
     */
    DesignedAlarm alarm() {
        var metric = alarm.metric();
        var rule = new AlarmRule(
                comparison.get(),
                Entry.number(title(), "scaling.field.threshold", threshold.get()),
                Entry.whole(title(), "scaling.field.periods", periods.get()),
                Entry.whole(title(), "scaling.field.datapoints", datapoints.get()),
                missingData.get(),
                alarm.rule().significantFrom());
        return new DesignedAlarm(
                alarm.name(),
                new WatchedMetric(
                        metric.terms(),
                        metric.returned(),
                        Entry.seconds(title(), "scaling.field.period", period.get(), 1)),
                rule,
                alarm.policies(),
                enabled.get());
    }
}
