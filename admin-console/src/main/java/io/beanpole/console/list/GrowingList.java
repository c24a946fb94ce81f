package io.beanpole.console.list;

import java.util.HashSet;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What happened, newest first, to which only news are added: ten thousand lines cost no more per reading than ten,
 * because nothing that is there already is compared with all the rest. Belongs to the window's thread.
 */
public final class GrowingList<T> {
    private final int most;
    private final ObservableList<Row<T>> rows = FXCollections.observableArrayList();
    private final ObservableList<Row<T>> readOnly = FXCollections.unmodifiableObservableList(rows);

    /** @param most so many are kept, then the oldest go */
    public GrowingList(int most) {
        this.most = most;
    }

    /** The rows, newest first. */
    public ObservableList<Row<T>> rows() {
        return readOnly;
    }

    /** Begins anew with these, newest first. */
    public void reset(List<T> newest) {
        rows.setAll(newest.stream().limit(most).map(GrowingList::row).toList());
    }

    /**
     * Adds what is not there yet.
     *
     * @param news newest first; may begin with what is there already, as a reading that starts at the newest moment does
     */
    public void add(List<T> news) {
        if (rows.isEmpty()) {
            reset(news);
            return;
        }
        var there = new HashSet<T>();
        rows.stream().limit(news.size()).forEach(row -> there.add(row.value()));
        var fresh = news.stream()
                .filter(element -> !there.contains(element))
                .map(GrowingList::row)
                .toList();
        if (!fresh.isEmpty()) {
            rows.addAll(0, fresh);
        }
        if (rows.size() > most) {
            rows.remove(most, rows.size());
        }
    }

    /**
     * Adds what is known to be new; two that are equal are two.
     *
     * @param news newest first
     */
    public void addNew(List<T> news) {
        rows.addAll(0, news.stream().limit(most).map(GrowingList::row).toList());
        if (rows.size() > most) {
            rows.remove(most, rows.size());
        }
    }

    private static <T> Row<T> row(T element) {
        return new Row<>(element, element);
    }
}
