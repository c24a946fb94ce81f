package io.beanpole.console.logs;

import io.beanpole.deploy.log.LogLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The lines of all followed instances in the order of time, the newest hundred thousand of them. Belongs to the window's
 * thread.
 */
final class LogBook {
    private final int most;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(lines);

    /** @param most how many lines are kept */
    LogBook(int most) {
        this.most = most;
    }

    /** Those that the filter lets through. */
    ObservableList<LogLine> shown() {
        return shown;
    }

    int size() {
        return lines.size();
    }

    /** Shows only lines that have this. */
    void filter(LogPattern pattern) {
        shown.setPredicate(pattern::isIn);
    }

    /** Puts newer lines, which are in the order of time, where they belong; the oldest go when there are too many. */
    void add(List<LogLine> newer) {
        if (newer.isEmpty()) {
            return;
        }
        var first = newer.get(0).at();
        int from = lines.size();
        while (from > 0 && lines.get(from - 1).at().isAfter(first)) {
            from--;
        }
        if (from == lines.size()) {
            lines.addAll(newer);
        } else {
            var merged = new ArrayList<>(lines.subList(from, lines.size()));
            merged.addAll(newer);
            merged.sort(Comparator.comparing(LogLine::at));
            lines.remove(from, lines.size());
            lines.addAll(merged);
        }
        if (lines.size() > most) {
            lines.remove(0, lines.size() - most);
        }
    }

    void clear() {
        lines.clear();
    }
}
