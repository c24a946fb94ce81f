package io.beanpole.console.logs;

import io.beanpole.deploy.log.LogLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One line of a log: time here, instance, log, text without its own time; what is looked for in it stands out by colour and weight. */
final class LogCell extends ListCell<LogLine> {
    /** As wide as a time, where the log says none. */
    private static final String NO_TIME = "–           ";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final Pattern BAD = Pattern.compile("\\b(ERROR|FATAL|SEVERE|crit|emerg)\\b|Exception");
    private static final Pattern WARNING = Pattern.compile("\\b(WARN|WARNING|warn)\\b");
    private static final double BESIDE = 36;
    private static final int COLOURS = 4;
    private static final int TAIL = 4;

    private final ObservableValue<LogPattern> marked;
    private final ZoneId zone;
    private final TextFlow flow = new TextFlow();

    /** @param wraps whether a long line goes on below */
    LogCell(ObservableValue<LogPattern> marked, ObservableBooleanValue wraps, ZoneId zone) {
        this.marked = marked;
        this.zone = zone;
        getStyleClass().add("log-line");
        setPrefWidth(0);
        wraps.addListener((property, before, now) -> wrap(now));
        listViewProperty().addListener((property, before, now) -> wrap(wraps.get()));
        marked.addListener((pattern, before, now) -> {
            if (getItem() != null) {
                show(getItem());
            }
        });
    }

    @Override
    protected void updateItem(LogLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
        } else {
            show(item);
            setGraphic(flow);
        }
    }

    private void wrap(boolean wraps) {
        flow.prefWidthProperty().unbind();
        if (wraps && getListView() != null) {
            flow.prefWidthProperty().bind(getListView().widthProperty().subtract(BESIDE));
        } else {
            flow.setPrefWidth(Region.USE_COMPUTED_SIZE);
        }
        requestLayout();
    }

    private void show(LogLine line) {
        flow.getChildren().clear();
        add((line.timed() ? TIME.format(line.at().atZone(zone)) : NO_TIME) + "  ", "log-time");
        add(
                shortened(line.instance()) + "  ",
                "log-instance-" + Math.floorMod(line.instance().hashCode(), COLOURS));
        add(line.file().substring(line.file().lastIndexOf('/') + 1) + "  ", "log-time");
        var severity = severity(line.text());
        marked.getValue()
                .pieces(line.message())
                .forEach(piece -> add(piece.text(), piece.isFound() ? "log-found" : severity));
        setAccessibleText(line.instance() + " " + line.file() + " " + line.text());
    }

    /** The end of an id tells instances apart. */
    private static String shortened(String instance) {
        return instance.length() <= TAIL + 2 ? instance : "…" + instance.substring(instance.length() - TAIL);
    }

    private static String severity(String text) {
        if (BAD.matcher(text).find()) {
            return "log-bad";
        }
        return WARNING.matcher(text).find() ? "log-warning" : "log-text";
    }

    private void add(String text, String style) {
        var part = new Text(text);
        part.getStyleClass().addAll("log-part", style);
        flow.getChildren().add(part);
    }
}
