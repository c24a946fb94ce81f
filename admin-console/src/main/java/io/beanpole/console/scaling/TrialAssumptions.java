package io.beanpole.console.scaling;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.LaneFigures;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.simulation.Workload;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a trial takes for granted of a lane and its workers: found in the metrics where they tell it, else assumed. */
final class TrialAssumptions {
    private static final Duration SERVICE = Duration.ofSeconds(30);
    private static final Duration BOOT = Duration.ofSeconds(150);
    private static final Duration ALLOWED = Duration.ofMinutes(2);

    private final StringProperty service = new SimpleStringProperty(this, "service", Entry.text(SERVICE));
    private final StringProperty slots = new SimpleStringProperty(this, "slots", "1");
    private final StringProperty boot = new SimpleStringProperty(this, "boot", Entry.text(BOOT));
    private final StringProperty allowed = new SimpleStringProperty(this, "allowed", Entry.text(ALLOWED));

    /** Takes over what was found; what nobody can tell stays as it was typed. */
    void found(LaneFigures figures) {
        figures.meanService()
                .filter(length -> length.toSeconds() > 0)
                .ifPresent(length -> service.set(Entry.text(length)));
        figures.slots().ifPresent(count -> slots.set(String.valueOf(count)));
    }

    /** Seconds that a task takes on average. */
    StringProperty serviceProperty() {
        return service;
    }

    /** Tasks at a time on an instance. */
    StringProperty slotsProperty() {
        return slots;
    }

    /** Seconds from a launch to the first task; AWS doesn't tell it. */
    StringProperty bootProperty() {
        return boot;
    }

    /** Seconds that a task may wait. */
    StringProperty allowedProperty() {
        return allowed;
    }

    List<StringProperty> fields() {
        return List.of(service, slots, boot, allowed);
    }

    /** @throws io.beanpole.scaling.ScalingException when a field holds no number, or one that can't be */
    Workload workload() {
        var bench = Workload.BENCH;
        return new Workload(
                seconds("scaling.field.service", service),
                bench.serviceSpread(),
                Entry.whole(title(), "scaling.field.slots", slots.get()),
                seconds("scaling.field.boot", boot),
                bench.metricInterval(),
                bench.metricDelay(),
                seconds("scaling.field.allowed", allowed),
                bench.visibilityTimeout(),
                bench.spot(),
                bench.queueSleeps(),
                bench.protection(),
                bench.seed());
    }

    /** @throws io.beanpole.scaling.ScalingException when no design can be proposed for it */
    LaneTarget target(int minimum, int maximum) {
        return new LaneTarget(
                seconds("scaling.field.allowed", allowed),
                seconds("scaling.field.service", service),
                Entry.whole(title(), "scaling.field.slots", slots.get()),
                seconds("scaling.field.boot", boot),
                minimum,
                maximum);
    }

    private static Duration seconds(String fieldKey, StringProperty text) {
        return Entry.seconds(title(), fieldKey, text.get(), 1);
    }

    private static String title() {
        return Words.of("scaling.trial.title");
    }
}
