package io.beanpole.console.alarms;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.alarm.AlarmKind;
import io.beanpole.deploy.alarm.BoardAlarm;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The board: what stands first, and the alarm that a person looks at. */
final class AlarmsViewModel {
    /** GetMetricData is paid for by the metric. */
    private static final int VALUE_ROUNDS = 3;

    /** Elastic Beanstalk's own triggers mostly have nothing to say where a queue decides. */
    private static final Comparator<AlarmLine> ORDER = Comparator.comparing(AlarmsViewModel::isIdleTrigger)
            .thenComparing(AlarmLine::standing)
            .thenComparing(line -> line.alarm().laneName())
            .thenComparing(AlarmLine::name);

    private final Workspace workspace;
    private final KeyedList<AlarmLine> lines = new KeyedList<>(AlarmLine::name);
    private final Poll<Map<String, Double>> reading;
    private final AlarmHistory history;
    private final AlarmDesk desk;
    private final StringProperty filter;
    private final StringProperty triggers;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyObjectWrapper<Optional<AlarmLine>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private Map<String, Double> values = Map.of();
    private String chosenName = "";

    AlarmsViewModel(Workspace workspace) {
        this.workspace = workspace;
        history = new AlarmHistory(workspace);
        desk = new AlarmDesk(workspace, chosen.getReadOnlyProperty());
        filter = workspace.memory().text("alarms.filter", "");
        filter.addListener((text, before, newer) -> arrange());
        triggers = workspace.memory().text("alarms.triggers", "");
        triggers.addListener((text, before, newer) -> arrange());
        now = new ReadOnlyObjectWrapper<>(this, "now", workspace.clock().instant());
        reading = workspace
                .polling()
                .poll(
                        Words.of("alarms.values.reading"),
                        workspace.interval().multipliedBy(VALUE_ROUNDS),
                        workspace.connection().alarms()::values,
                        newest -> {
                            values = newest;
                            arrange();
                        });
        workspace.alarms().alarms().addListener((ListChangeListener<Row<BoardAlarm>>) change -> arrange());
        arrange();
    }

    void shown() {
        reading.start();
        history.start();
        arrange();
    }

    void hidden() {
        reading.pause();
        history.pause();
    }

    /** The alarms that the filter lets through, those that ring first. */
    ObservableList<Row<AlarmLine>> lines() {
        return lines.rows();
    }

    /** Words that an alarm's name, lane, environment or state has to contain, all of them. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Whether Elastic Beanstalk's own triggers are listed while they aren't in alarm; any text for yes. */
    StringProperty triggersProperty() {
        return triggers;
    }

    /** The time that ages are told for. */
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Time went by: ages grow, and what somebody looked after for so long is nobody's any more. */
    void tick() {
        arrange();
    }

    /** How many stand, in a few words. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Whether the alarms were read once. */
    ReadOnlyBooleanProperty readProperty() {
        return workspace.alarms().readProperty();
    }

    /** The alarm that a person looks at, as last read; empty when none is. */
    ReadOnlyObjectProperty<Optional<AlarmLine>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Its past. */
    AlarmHistory history() {
        return history;
    }

    /** What a person does about it. */
    AlarmDesk desk() {
        return desk;
    }

    /** Looks at an alarm; empty for none. */
    void choose(String name) {
        chosenName = name;
        history.follow(name);
        showChosen();
    }

    /** Goes to the Scaling screen at the moment at which the chosen alarm got its state. */
    void showOnScaling() {
        chosen.get()
                .ifPresent(line -> workspace
                        .places()
                        .go(new Place(
                                ScreenName.SCALING,
                                line.alarm().environmentName(),
                                Optional.of(line.alarm().alarm().since()))));
    }

    /** What is remembered from one start to the next. */
    Memory memory() {
        return workspace.memory();
    }

    /** The environment of the chosen alarm; empty when none is. */
    String environmentName() {
        return chosen.get().map(line -> line.alarm().environmentName()).orElse("");
    }

    private void arrange() {
        var present = workspace.clock().instant();
        now.set(present);
        var all = workspace.alarms().alarms().stream()
                .map(Row::value)
                .map(alarm -> new AlarmLine(
                        alarm, Standing.of(alarm, present), Optional.ofNullable(values.get(alarm.name()))))
                .toList();
        lines.update(all.stream().filter(this::isWanted).sorted(ORDER).toList());
        summary.set(summary(all));
        showChosen();
    }

    private void showChosen() {
        chosen.set(lines.find(chosenName).map(Row::value));
    }

    private static boolean isIdleTrigger(AlarmLine line) {
        return line.alarm().kind() == AlarmKind.GROUP && line.standing().compareTo(Standing.ACKNOWLEDGED) > 0;
    }

    private boolean isWanted(AlarmLine line) {
        if (isIdleTrigger(line) && triggers.get().isEmpty()) {
            return false;
        }
        var alarm = line.alarm();
        var text = String.join(
                        " ",
                        alarm.name(),
                        alarm.environmentName(),
                        alarm.laneName(),
                        BoardText.state(line).text(),
                        BoardText.watches(line))
                .toLowerCase(Locale.ROOT);
        return filter.get()
                .toLowerCase(Locale.ROOT)
                .strip()
                .lines()
                .flatMap(words -> List.of(words.split("\\s+")).stream())
                .allMatch(text::contains);
    }

    private static String summary(List<AlarmLine> all) {
        var ringing =
                all.stream().filter(line -> line.standing() == Standing.RINGING).count();
        var acknowledged = all.stream()
                .filter(line -> line.standing() == Standing.ACKNOWLEDGED)
                .count();
        if (all.isEmpty()) {
            return "";
        }
        return Words.of(
                ringing == 0 ? "alarms.summary.quiet" : "alarms.summary.ringing",
                Wording.number(ringing),
                Wording.number(acknowledged),
                Wording.count(all.size(), Words.of("alarms.noun")));
    }
}
