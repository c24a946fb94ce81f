package io.beanpole.console.environments;

import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.list.GrowingList;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Instances and events of the environment that is worked on, live while the screen is shown. */
final class DetailViewModel {
    /** The newest thousand come in one request; of a long watch no more than these are kept. */
    private static final int MOST_EVENTS = 10_000;

    private static final int AT_FIRST = 1000;

    private final Workspaces workspaces;
    private final KeyedList<InstanceOverview> instances = new KeyedList<>(InstanceOverview::id);
    private final GrowingList<EnvironmentEvent> events = new GrowingList<>(MOST_EVENTS);
    private final FilteredList<Row<EnvironmentEvent>> filtered = new FilteredList<>(events.rows());
    private final ObjectProperty<Severity> severity = new SimpleObjectProperty<>(this, "severity", Severity.ALL);
    private final ReadOnlyObjectWrapper<Optional<EnvironmentOverview>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private final ChangeListener<Optional<EnvironmentOverview>> newer = (environment, before, now) -> chosen.set(now);
    private final ChangeListener<String> another = (name, before, now) -> begin(now);
    private final BackgroundFacts background = new BackgroundFacts();

    private Optional<Workspace> workspace = Optional.empty();
    private Optional<Poll<Observation>> poll = Optional.empty();
    private boolean isShown;

    /** Read by the poll's thread, written by the window's. */
    private volatile String wanted = "";

    private volatile Instant since = Instant.EPOCH;

    DetailViewModel(Workspaces workspaces) {
        this.workspaces = workspaces;
        severity.addListener((choice, before, now) -> filtered.setPredicate(row -> now.shows(row.value())));
        workspaces.activeProperty().addListener((active, before, now) -> follow(now));
        follow(workspaces.active());
    }

    void shown() {
        isShown = true;
        poll.ifPresent(Poll::start);
    }

    void hidden() {
        isShown = false;
        poll.ifPresent(Poll::pause);
    }

    /** The environment that is worked on, as last read. */
    ReadOnlyObjectProperty<Optional<EnvironmentOverview>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The connection that it is reached by. */
    Optional<Workspace> workspace() {
        return workspaces.active();
    }

    /** Why something can't be done there, whichever connection that is; empty when it can. */
    ObservableValue<String> whyNot(Deed deed) {
        return workspaces
                .activeProperty()
                .flatMap(active -> active.<ObservableValue<String>>map(
                                work -> work.guard().whyNot(deed))
                        .orElseGet(() -> new SimpleStringProperty("")));
    }

    ObservableList<Row<InstanceOverview>> instances() {
        return instances.rows();
    }

    /** Those of the chosen severity, newest first. */
    ObservableList<Row<EnvironmentEvent>> events() {
        return filtered;
    }

    ObjectProperty<Severity> severityProperty() {
        return severity;
    }

    /** Its resources and option settings, which are read when somebody looks at them. */
    BackgroundFacts facts() {
        return background;
    }

    /** Reads the events once more from the beginning, ten thousand of them; ten requests. */
    void readAllEvents() {
        var name = wanted;
        workspace.ifPresent(work -> work.background()
                .run(
                        Words.of("environments.work.events", name),
                        () -> work.connection().environments().events(name, Instant.EPOCH, MOST_EVENTS),
                        found -> {
                            if (name.equals(wanted)) {
                                events.reset(found);
                            }
                        }));
    }

    /** Reads at once, as after a change. */
    void refresh() {
        poll.ifPresent(Poll::now);
    }

    /** When something happened, as a person here reads it. */
    String time(Instant at) {
        var clock = clock();
        return Wording.time(at, clock.instant(), clock.getZone());
    }

    Clock clock() {
        return workspace.map(Workspace::clock).orElseGet(Clock::systemDefaultZone);
    }

    private void follow(Optional<Workspace> now) {
        workspace.ifPresent(before -> {
            before.selection().environmentProperty().removeListener(newer);
            before.selection().nameProperty().removeListener(another);
        });
        poll.ifPresent(Poll::close);
        workspace = now;
        poll = now.map(work -> work.polling()
                .poll(Words.of("environments.work.live"), work.interval(), () -> read(work), this::follow));
        now.ifPresent(work -> {
            work.selection().environmentProperty().addListener(newer);
            work.selection().nameProperty().addListener(another);
        });
        chosen.set(now.flatMap(work -> work.selection().environment()));
        begin(now.map(work -> work.selection().name()).orElse(""));
        if (isShown) {
            poll.ifPresent(Poll::start);
        }
    }

    private void begin(String name) {
        wanted = name;
        since = Instant.EPOCH;
        instances.update(List.of());
        events.reset(List.of());
        background.forget();
        poll.ifPresent(Poll::now);
    }

    private Observation read(Workspace work) {
        var name = wanted;
        if (name.isEmpty()) {
            return new Observation(name, List.of(), List.of());
        }
        var catalog = work.connection().environments();
        return new Observation(name, catalog.instances(name), catalog.events(name, since, AT_FIRST));
    }

    private void follow(Observation observed) {
        if (observed.environmentName().equals(wanted)) {
            instances.update(observed.instances());
            events.add(observed.news());
            if (!events.rows().isEmpty()) {
                since = events.rows().get(0).value().date();
            }
        }
    }
}
