package io.beanpole.console.scaling;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.Follow;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.GroupState;
import io.beanpole.deploy.scaling.Reasons;
import io.beanpole.deploy.scaling.ScalingActivity;
import io.beanpole.deploy.scaling.ScalingCatalog;
import io.beanpole.deploy.scaling.ScalingPicture;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ObservableList;

/** What the Scaling screen shows of the chosen environment, read again and again while it is shown. */
public final class ScalingViewModel {
    /** Metrics come every ten seconds at best. */
    private static final int INTERVALS = 2;

    private final Selection selection;
    private final ScalingCatalog catalog;
    private final Reasons reasons;
    private final Clock clock;
    private final Poll<Optional<Answer>> poll;
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(this, "range", TimeRange.HOUR);
    private final ObjectProperty<Follow> follow =
            new SimpleObjectProperty<>(this, "follow", Follow.latest(TimeRange.HOUR.length()));
    private final ReadOnlyObjectWrapper<ChartContent> content =
            new ReadOnlyObjectWrapper<>(this, "content", ChartContent.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<GroupState>> group =
            new ReadOnlyObjectWrapper<>(this, "group", Optional.empty());
    private final ReadOnlyStringWrapper remarks = new ReadOnlyStringWrapper(this, "remarks", "");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper(this, "why", "");
    private final KeyedList<AlarmSummary> alarms = new KeyedList<>(AlarmSummary::name);
    private final KeyedList<ScalingActivity> activities = new KeyedList<>(ScalingActivity::id);
    private final ChangeListener<String> chosen = (name, before, after) -> startAnew();
    /** What the next question is about; the question is asked on a thread of the poll. */
    private volatile Subject subject;

    public ScalingViewModel(Workspace workspace) {
        selection = workspace.selection();
        catalog = workspace.connection().scaling();
        reasons = workspace.connection().reasons();
        clock = workspace.clock();
        subject = new Subject(selection.name(), TimeRange.HOUR.length());
        poll = workspace
                .polling()
                .poll("Reading the scaling", workspace.interval().multipliedBy(INTERVALS), this::read, this::show);
        range.addListener((property, before, after) -> {
            follow.set(Follow.latest(after.length()));
            ask();
        });
    }

    /** Begins to read; the chosen environment is followed from now on. */
    public void start() {
        selection.nameProperty().addListener(chosen);
        if (!subject.environmentName().equals(selection.name())) {
            startAnew();
        }
        poll.start();
    }

    /** Reads no more until it is started again. */
    public void pause() {
        selection.nameProperty().removeListener(chosen);
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

    /** Empty until it was read. */
    public ReadOnlyObjectProperty<Optional<GroupState>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Why it does or does not scale now, in one sentence; empty until it was read. */
    public ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** What could not be read, and what stands in its place; mostly empty. */
    public ReadOnlyStringProperty remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    /** Those that run something first. */
    public ObservableList<Row<AlarmSummary>> alarms() {
        return alarms.rows();
    }

    /** Newest first. */
    public ObservableList<Row<ScalingActivity>> activities() {
        return activities.rows();
    }

    /** Shows the present again after somebody looked at an earlier stretch. */
    public void followPresent() {
        follow.set(Follow.latest(range.get().length()));
    }

    /** What belongs to another environment isn't shown a moment longer. */
    private void startAnew() {
        content.set(ChartContent.NOTHING);
        group.set(Optional.empty());
        remarks.set("");
        why.set("");
        alarms.update(List.of());
        activities.update(List.of());
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
        var picture = catalog.picture(asked.environmentName(), now.minus(asked.range()), now);
        return Optional.of(new Answer(picture, reasons.why(asked.environmentName(), now)));
    }

    private void show(Optional<Answer> answer) {
        answer.filter(each -> each.picture().environmentName().equals(selection.name()))
                .ifPresent(each -> {
                    var picture = each.picture();
                    content.set(PictureContent.of(picture));
                    group.set(Optional.of(picture.group()));
                    why.set(each.why());
                    remarks.set(String.join(" ", picture.remarks()));
                    alarms.update(picture.alarms());
                    activities.update(picture.activities());
                });
    }

    /** What was read at once. */
    private record Answer(ScalingPicture picture, String why) {}

    /** Which environment over which time. */
    private record Subject(String environmentName, Duration range) {}
}
