package io.beanpole.console.release;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.GrowingList;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Background;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** One deployment that was begun here, from its first phase to its outcome; it goes on whether or not it is looked at. */
public final class DeploymentRun {
    /** The severity of what Beanpole itself says among the events. */
    static final String NOTE = "NOTE";

    /** More than a fleet of hundreds says in a deployment; the oldest go first. */
    private static final int EVENTS = 10_000;

    private final String title;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<String, Duration> lastTimes;
    private final Batches batches = new Batches();
    private final KeyedList<InstanceLine> fleet = new KeyedList<>(InstanceLine::id);
    private final List<Begun> begun = new ArrayList<>();
    private final KeyedList<PhaseLine> phases = new KeyedList<>(PhaseLine::name);
    private final GrowingList<EnvironmentEvent> events = new GrowingList<>(EVENTS);
    private final Queue<EnvironmentEvent> unheard = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isHearing = new AtomicBoolean();
    private final ReadOnlyStringWrapper instances = new ReadOnlyStringWrapper(this, "instances", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyObjectWrapper<Optional<Mark>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private Optional<Instant> endedAt = Optional.empty();

    /**
     * One that begins now.
     *
     * @param title what is being done: "Deploying to beanpole-local-web"
     * @param lastTimes how long each phase took the last time that a deployment succeeded
     */
    DeploymentRun(String title, Clock clock, Map<String, Duration> lastTimes) {
        this.title = title;
        this.clock = clock;
        this.lastTimes = Map.copyOf(lastTimes);
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

    /** Every instance of the environment, as it is changed. */
    public ObservableList<Row<InstanceLine>> fleet() {
        return fleet.rows();
    }

    /** The instances as they were just read. */
    void show(List<InstanceOverview> instances) {
        fleet.update(instances.stream()
                .map(instance -> new InstanceLine(
                        instance.id(),
                        batches.of(instance.id()),
                        instance.versionLabel(),
                        new Mark(Tone.ofDeployment(instance.deploymentStatus()), instance.deploymentStatus()),
                        new Mark(
                                Tone.ofHealth(instance.healthStatus()),
                                instance.healthStatus(),
                                String.join(" ", instance.causes()))))
                .toList());
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
            lines.add(new PhaseLine(
                    phase.name(),
                    Duration.between(phase.at(), end),
                    isLast && isRunning(),
                    Optional.ofNullable(lastTimes.get(phase.name()))));
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
                tell(event, background);
            }

            @Override
            public void instances(int updated, int all, List<String> waitingFor) {
                background.onWindow(() -> count(updated, all, waitingFor));
            }

            @Override
            public void note(String sentence) {
                var at = clock.instant();
                tell(new EnvironmentEvent(at, NOTE, sentence), background);
            }
        };
    }

    void ended(DeploymentOutcome how, String sentence) {
        var tone = switch (how) {
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNKNOWN -> Tone.WARNING;
        };
        end(new Mark(tone, sentence));
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

    /** What comes while the window hears the last is heard with it: a burst of events is one change of the list. */
    private void tell(EnvironmentEvent event, Background background) {
        unheard.add(event);
        if (isHearing.compareAndSet(false, true)) {
            background.onWindow(this::hear);
        }
    }

    private void hear() {
        isHearing.set(false);
        var news = new ArrayList<EnvironmentEvent>();
        for (var event = unheard.poll(); event != null; event = unheard.poll()) {
            batches.hear(event.message());
            news.add(event);
        }
        Collections.reverse(news);
        events.addNew(news);
    }

    private void count(int updated, int all, List<String> waitingFor) {
        progress.set(all == 0 ? -1 : (double) updated / all);
        var counted = Words.of(
                "deploy.run.updated",
                Integer.toString(updated),
                Wording.count(all, Words.of("deploy.run.instanceWord")));
        instances.set(
                waitingFor.isEmpty()
                        ? counted
                        : Words.of("deploy.run.waiting", counted, String.join(", ", waitingFor)));
    }

    /** A phase and when it began. */
    private record Begun(String name, Instant at) {}
}
