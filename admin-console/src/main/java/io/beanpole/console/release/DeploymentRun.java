package io.beanpole.console.release;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Background;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** One deployment that was begun here, from its first phase to its outcome; it goes on whether or not it is looked at. */
public final class DeploymentRun {
    private final String title;
    private final Clock clock;
    private final Instant startedAt;
    private final List<Begun> begun = new ArrayList<>();
    private final KeyedList<PhaseLine> phases = new KeyedList<>(PhaseLine::name);
    private final KeyedList<EnvironmentEvent> events = new KeyedList<>(event -> event);
    private final ReadOnlyStringWrapper instances = new ReadOnlyStringWrapper(this, "instances", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyObjectWrapper<Optional<Mark>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private Optional<Instant> endedAt = Optional.empty();

    /** @param title what is being done: "Deploying to beanpole-local-web" */
    DeploymentRun(String title, Clock clock) {
        this.title = title;
        this.clock = clock;
        startedAt = clock.instant();
    }

    public String title() {
        return title;
    }

    /** Its phases so far, in order. */
    public ObservableList<Row<PhaseLine>> phases() {
        return phases.rows();
    }

    /** The newest first. */
    public ObservableList<Row<EnvironmentEvent>> events() {
        return events.rows();
    }

    /** How many instances run the new version, and which it waits for; empty until that is known. */
    public ReadOnlyStringProperty instancesProperty() {
        return instances.getReadOnlyProperty();
    }

    /** The part of the instances that run the new version, 0 to 1; -1 while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Empty while it runs; then whether it went well, and the sentence that says so. */
    public ReadOnlyObjectProperty<Optional<Mark>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return outcome.get().isEmpty();
    }

    /** So far, or in all. */
    public Duration elapsed() {
        return Duration.between(startedAt, endedAt.orElseGet(clock::instant));
    }

    /** Brings the times of the phases up to the present. */
    public void tick() {
        var lines = new ArrayList<PhaseLine>();
        for (var i = 0; i < begun.size(); i++) {
            var isLast = i == begun.size() - 1;
            var end = isLast
                    ? endedAt.orElseGet(clock::instant)
                    : begun.get(i + 1).at();
            var phase = begun.get(i);
            lines.add(new PhaseLine(phase.name(), Duration.between(phase.at(), end), isLast && isRunning()));
        }
        phases.update(lines);
    }

    /** Hears the deployment on whatever thread, and tells it here on the window's. */
    DeploymentListener listener(Background background) {
        return new DeploymentListener() {
            @Override
            public void phase(String name) {
                var at = clock.instant();
                background.onWindow(() -> begin(name, at));
            }

            @Override
            public void event(EnvironmentEvent event) {
                background.onWindow(() -> hear(event));
            }

            @Override
            public void instances(int updated, int all, List<String> waitingFor) {
                background.onWindow(() -> count(updated, all, waitingFor));
            }
        };
    }

    void ended(DeploymentRecord record) {
        var tone = switch (record.outcome()) {
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNKNOWN -> Tone.WARNING;
        };
        end(new Mark(tone, record.message()));
    }

    void refused(String sentence) {
        end(new Mark(Tone.BAD, sentence));
    }

    private void end(Mark mark) {
        endedAt = Optional.of(clock.instant());
        outcome.set(Optional.of(mark));
        tick();
    }

    private void begin(String name, Instant at) {
        begun.add(new Begun(name, at));
        tick();
    }

    private void hear(EnvironmentEvent event) {
        var all = new ArrayList<EnvironmentEvent>();
        all.add(event);
        all.addAll(events.values());
        events.update(all);
    }

    private void count(int updated, int all, List<String> waitingFor) {
        progress.set(all == 0 ? -1 : (double) updated / all);
        var waiting = waitingFor.isEmpty() ? "" : "; waiting for " + String.join(", ", waitingFor);
        instances.set(updated + " of " + Wording.count(all, "instance") + " updated" + waiting);
    }

    /** A phase and when it began. */
    private record Begun(String name, Instant at) {}
}
