package io.beanpole.console.scaling;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.Follow;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.GroupState;
import io.beanpole.deploy.scaling.PolicySummary;
import io.beanpole.deploy.scaling.Reasons;
import io.beanpole.deploy.scaling.Reasons.Reason;
import io.beanpole.deploy.scaling.ScalingActivity;
import io.beanpole.deploy.scaling.ScalingCatalog;
import io.beanpole.deploy.scaling.ScalingPicture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Scaling screen shows of the chosen environment, read again and again while it is shown. */
public final class ScalingViewModel {
    /** Metrics come every ten seconds at best. */
    private static final int INTERVALS = 2;

    private final Workspace workspace;
    private final Selection selection;
    private final ScalingCatalog catalog;
    private final Reasons reasons;
    private final Clock clock;
    private final Poll<Optional<Answer>> poll;
    private final ObjectProperty<TimeRange> range;
    private final ObjectProperty<Follow> follow;
    private final ReadOnlyObjectWrapper<ChartContent> content =
            new ReadOnlyObjectWrapper<>(this, "content", ChartContent.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<GroupState>> group =
            new ReadOnlyObjectWrapper<>(this, "group", Optional.empty());
    private final ReadOnlyStringWrapper remarks = new ReadOnlyStringWrapper(this, "remarks", "");
    private final ReadOnlyObjectWrapper<Reason> why = new ReadOnlyObjectWrapper<>(this, "why", Reason.UNKNOWN);
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read", false);
    private final KeyedList<AlarmSummary> alarms = new KeyedList<>(AlarmSummary::name);
    private final KeyedList<PolicySummary> policies = new KeyedList<>(PolicySummary::name);
    private final KeyedList<ScalingActivity> activities = new KeyedList<>(ScalingActivity::id);
    private final MomentViewModel moment;
    private final ChangeListener<String> chosen = (name, before, after) -> startAnew();
    private final ChangeListener<Optional<Place>> wanted = (place, before, after) -> goTo(after);
    private Optional<Place> visited = Optional.empty();
    /** What the next question is about; the question is asked on a thread of the poll. */
    private volatile Subject subject;

    private volatile Freshness fresh = Freshness.NONE;

    public ScalingViewModel(Workspace workspace) {
        this.workspace = workspace;
        var remembered = workspace.memory().text("scaling.range", TimeRange.HOUR.name());
        range = new SimpleObjectProperty<>(this, "range", TimeRange.named(remembered.get()));
        follow = new SimpleObjectProperty<>(
                this, "follow", Follow.latest(range.get().length()));
        moment = new MomentViewModel(workspace, why.getReadOnlyProperty());
        selection = workspace.selection();
        catalog = workspace.connection().scaling();
        reasons = workspace.connection().reasons();
        clock = workspace.clock();
        subject = new Subject(selection.name(), range.get().length());
        poll = workspace
                .polling()
                .poll(
                        Words.of("scaling.reading"),
                        workspace.interval().multipliedBy(INTERVALS),
                        this::read,
                        this::show);
        range.addListener((property, before, after) -> {
            follow.set(Follow.latest(after.length()));
            remembered.set(after.name());
            ask();
        });
    }

    /** Begins to read; the chosen environment is followed from now on. */
    public void start() {
        selection.nameProperty().addListener(chosen);
        if (!subject.environmentName().equals(selection.name())) {
            startAnew();
        }
        workspace.places().wantedProperty().addListener(wanted);
        goTo(workspace.places().wantedProperty().get());
        poll.start();
    }

    /** Reads no more until it is started again. */
    public void pause() {
        selection.nameProperty().removeListener(chosen);
        workspace.places().wantedProperty().removeListener(wanted);
        poll.pause();
    }

    public ObjectProperty<TimeRange> rangeProperty() {
        return range;
    }

    /** The stretch of time that is looked at. */
    public ObjectProperty<Follow> followProperty() {
        return follow;
    }

    public ReadOnlyObjectProperty<ChartContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Whether the chosen environment was read; until then nothing can be said of it. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Empty until it was read. */
    public ReadOnlyObjectProperty<Optional<GroupState>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Why it does or does not scale now; without words until it was read. */
    public ReadOnlyObjectProperty<Reason> whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** The moment that is asked about, and the answer. */
    MomentViewModel moment() {
        return moment;
    }

    /** What is on the screen as commands: the moment's reason, else the whole picture. */
    CopiedCommands commands() {
        var environment = selection.name();
        if (environment.isEmpty()) {
            return CopiedCommands.NONE;
        }
        var beanpole = moment.momentProperty()
                .get()
                .map(at -> "./beanpole scaling explain " + environment + " --at=" + at.truncatedTo(ChronoUnit.SECONDS))
                .orElse("./beanpole scaling show " + environment + " --since "
                        + range.get().length().toMinutes() + "m");
        var aws = group.get()
                .map(found -> "aws autoscaling describe-scaling-activities --auto-scaling-group-name " + found.name())
                .orElse("aws elasticbeanstalk describe-environment-resources --environment-name " + environment);
        return new CopiedCommands(beanpole, aws);
    }

    /** Points at a moment of the chosen environment. */
    public void pointAt(Instant at) {
        if (!selection.name().isEmpty()) {
            moment.ask(selection.name(), at);
        }
    }

    /** What could not be read, and what stands in its place; mostly empty. */
    public ReadOnlyStringProperty remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    /** Those that run something first. */
    public ObservableList<Row<AlarmSummary>> alarms() {
        return alarms.rows();
    }

    public ObservableList<Row<PolicySummary>> policies() {
        return policies.rows();
    }

    /** Newest first. */
    public ObservableList<Row<ScalingActivity>> activities() {
        return activities.rows();
    }

    /** Shows the present again after somebody looked at an earlier stretch. */
    public void followPresent() {
        follow.set(Follow.latest(range.get().length()));
    }

    /** Somebody came from another screen to see a moment here; each place is visited once. */
    private void goTo(Optional<Place> place) {
        if (place.isEmpty() || visited.filter(last -> last == place.get()).isPresent()) {
            return;
        }
        visited = place;
        place.filter(each -> each.screen() == ScreenName.SCALING)
                .flatMap(Place::at)
                .ifPresent(at -> {
                    var environment = place.get().environmentName();
                    range.set(range.get().holding(at, clock.instant()));
                    followPresent();
                    moment.ask(environment.isEmpty() ? selection.name() : environment, at);
                });
    }

    /** What belongs to another environment isn't shown a moment longer. */
    private void startAnew() {
        moment.follow(selection.name());
        read.set(false);
        content.set(ChartContent.NOTHING);
        group.set(Optional.empty());
        remarks.set("");
        why.set(Reason.UNKNOWN);
        alarms.update(List.of());
        activities.update(List.of());
        policies.update(List.of());
        ask();
    }

    private void ask() {
        subject = new Subject(selection.name(), range.get().length());
        poll.now();
    }

    private Optional<Answer> read() {
        var asked = subject;
        if (asked.environmentName().isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (fresh.isStillGood(asked, now)) {
            return Optional.empty();
        }
        var picture = catalog.picture(asked.environmentName(), asked.range());
        return Optional.of(new Answer(asked, picture, reasons.reason(asked.environmentName(), now), now));
    }

    /** What was asked before another environment or range was chosen is not shown, and does not count as read. */
    @SuppressWarnings("ReferenceEquality")
    private void show(Optional<Answer> answer) {
        answer.filter(each -> each.subject() == subject
                        && each.subject().environmentName().equals(selection.name()))
                .ifPresent(each -> {
                    fresh = new Freshness(each.subject(), each.asked());
                    var picture = each.picture();
                    content.set(PictureContent.of(picture));
                    group.set(Optional.of(picture.group()));
                    why.set(each.why());
                    remarks.set(String.join(" ", picture.remarks()));
                    alarms.update(picture.alarms());
                    activities.update(picture.activities());
                    policies.update(picture.policies());
                    read.set(true);
                });
    }

    /** What was read at once, and when it was here. */
    private record Answer(Subject subject, ScalingPicture picture, Reason why, Instant asked) {}

    /** Which environment over which time; each question that a person asks is another one. */
    private record Subject(String environmentName, Duration range) {}

    /** What was read last: of two weeks a screen shows nothing new within seconds, and reading them is dear. */
    private record Freshness(@Nullable Subject subject, Instant read) {
        static final Freshness NONE = new Freshness(null, Instant.EPOCH);
        private static final Duration LONGEST = Duration.ofSeconds(30);
        private static final int PARTS = 1000;

        @SuppressWarnings("ReferenceEquality")
        boolean isStillGood(Subject asked, Instant now) {
            var part = asked.range().dividedBy(PARTS);
            var lasts = part.compareTo(LONGEST) < 0 ? part : LONGEST;
            return asked == subject && now.isAfter(read) && now.isBefore(read.plus(lasts));
        }
    }
}
