package io.beanpole.scaling.check;

import io.beanpole.scaling.design.DefaultTriggerNames;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.why.Direction;
import java.util.List;
import java.util.Optional;

/** A design and its lane, with what several checks ask of them. */
record CheckedDesign(ScalingDesign design, LaneTraits lane) {
    /** The alarms that somebody put, without Elastic Beanstalk's own trigger. */
    List<DesignedAlarm> own() {
        return design.alarms().stream()
                .filter(each -> !DefaultTriggerNames.isAlarm(each.name()))
                .toList();
    }

    List<DesignedAlarm> defaultTrigger() {
        return design.alarms().stream()
                .filter(each -> DefaultTriggerNames.isAlarm(each.name()) && isWired(each))
                .toList();
    }

    /** Those among the alarms of one's own that change the group in this direction. */
    List<DesignedAlarm> wired(Direction direction) {
        return own().stream()
                .filter(each -> isWired(each) && Direction.of(each, design) == direction)
                .toList();
    }

    boolean isWired(DesignedAlarm alarm) {
        return alarm.enabled()
                && alarm.policies().stream()
                        .anyMatch(name ->
                                design.policy(name).map(DesignedPolicy::enabled).orElse(false));
    }

    static boolean isOf(WatchedMetric metric, MetricSubject subject) {
        return metric.terms().stream()
                .anyMatch(term -> Optional.ofNullable(term.source())
                        .filter(source -> source.subject() == subject)
                        .isPresent());
    }

    /** Whether the metric has a value while its queue reports nothing. */
    static boolean fillsGaps(WatchedMetric metric) {
        return metric.terms().stream()
                .anyMatch(term -> term.expression() != null && term.expression().contains("FILL("));
    }
}
