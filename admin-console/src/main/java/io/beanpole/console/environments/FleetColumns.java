package io.beanpole.console.environments;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.ShortText;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.fleet.FleetQueue.Depth;
import io.beanpole.deploy.fleet.LastDeployment;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** The columns of the table of environments, by their ids in the FXML. */
final class FleetColumns {
    private final TableView<Row<EnvironmentLine>> table;
    private final Supplier<Clock> clock;

    FleetColumns(TableView<Row<EnvironmentLine>> table, Supplier<Clock> clock) {
        this.table = table;
        this.clock = clock;
    }

    void install() {
        ShortText.column(this.<String>column("group"), line -> line.startsGroup() ? line.group() : "");
        connection();
        ShortText.column(this.<String>column("name"), EnvironmentLine::name);
        ShortText.column(
                this.<String>column("application"), line -> line.overview().application());
        ShortText.column(this.<String>column("tier"), EnvironmentLine::tier);
        Columns.mark(this.<Mark>column("health"), EnvironmentLine::health);
        noteworthy(this.<Mark>column("version"), EnvironmentLine::version, Feather.INFO);
        noteworthy(this.<Mark>column("platform"), EnvironmentLine::platform, Feather.ARROW_UP_CIRCLE);
        ShortText.column(this.<String>column("instances"), EnvironmentLine::instances);
        this.<String>column("instances").setComparator(Comparator.comparingInt(FleetColumns::inService));
        Columns.number(this.<Long>column("depth"), EnvironmentLine::depth, FleetColumns::count);
        Columns.number(this.<Long>column("oldest"), EnvironmentLine::oldestSeconds, FleetColumns::age);
        Columns.number(this.<Long>column("dead"), EnvironmentLine::deadLetters, FleetColumns::count);
        noteworthy(this.<Mark>column("last"), this::last, Feather.REFRESH_CW);
        hour();
    }

    /** A column by its id. */
    @SuppressWarnings("unchecked")
    <V> TableColumn<Row<EnvironmentLine>, V> column(String id) {
        return (TableColumn<Row<EnvironmentLine>, V>) table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table of environments has no column " + id));
    }

    /** @param notice the icon of what is worth knowing and no trouble */
    private static void noteworthy(
            TableColumn<Row<EnvironmentLine>, Mark> column, Function<EnvironmentLine, Mark> part, Feather notice) {
        Columns.mark(column, part);
        column.setCellFactory(made -> new NoteworthyCell(notice));
    }

    private void connection() {
        var column = this.<ConnectionCard>column("connection");
        column.setCellValueFactory(cell -> cell.getValue().part(EnvironmentLine::card));
        column.setCellFactory(made -> new ConnectionCell());
        column.setComparator(Comparator.comparing(ConnectionCard::name));
    }

    private void hour() {
        var column = this.<List<Depth>>column("hour");
        column.setCellValueFactory(cell -> cell.getValue().part(EnvironmentLine::hour));
        column.setCellFactory(made -> new HourCell());
    }

    private Mark last(EnvironmentLine line) {
        return line.environment()
                .lastDeployment()
                .map(this::last)
                .orElseGet(() -> new Mark(Tone.IDLE, "–", Words.of("environments.last.unknown")));
    }

    private Mark last(LastDeployment last) {
        var now = clock.get();
        var when = Wording.time(last.at(), now.instant(), now.getZone());
        var outcome = Words.of("environments.outcome." + last.outcome().name().toLowerCase(Locale.ROOT));
        var shown = switch (last.outcome()) {
            case RUNNING -> Words.of("environments.last.running", when);
            case SUCCEEDED -> when;
            case FAILED -> Words.of("environments.last.failed", when);
            case ABORTED -> Words.of("environments.last.aborted", when);
        };
        return new Mark(tone(last), shown, Words.of("environments.last.detail", last.version(), outcome, when));
    }

    private static Tone tone(LastDeployment last) {
        return switch (last.outcome()) {
            case RUNNING -> Tone.NOTICE;
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case ABORTED -> Tone.WARNING;
        };
    }

    /** The number that a text of the column Instances begins with; -1 where it has none. */
    private static int inService(String text) {
        var digits = text.replaceFirst("\\D.*", "");
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }

    private static String count(long count) {
        return count < 0 ? "–" : Wording.number(count);
    }

    /** In its largest unit only: a column has no room for more, and nobody needs more. */
    private static String age(long seconds) {
        if (seconds < 0) {
            return "–";
        }
        var unit = seconds < 60 ? 1 : seconds < 3600 ? 60 : seconds < 86_400 ? 3600 : 86_400;
        return Wording.duration(Duration.ofSeconds(seconds / unit * unit));
    }
}
