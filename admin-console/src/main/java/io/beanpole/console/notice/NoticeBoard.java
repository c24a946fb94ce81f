package io.beanpole.console.notice;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** The problems that stand now and the last news, for the banner and the status line. */
public final class NoticeBoard implements Notices {
    private final Executor window;
    private final Map<String, Problem> standing = new LinkedHashMap<>();
    private final Set<Problem> putAway = new HashSet<>();
    private final KeyedList<Problem> shown = new KeyedList<>(Problem::key);
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");

    /** @param window runs what it is given on the window's thread */
    public NoticeBoard(Executor window) {
        this.window = window;
    }

    @Override
    public void problem(String source, String sentence) {
        put(new Problem(source, sentence));
    }

    @Override
    public void problem(String source, Throwable thrown) {
        put(Problem.of("", source, thrown));
    }

    /** A problem that stands until it is over or put away. */
    void put(Problem problem) {
        window.execute(() -> {
            standing.put(problem.key(), problem);
            show();
        });
    }

    @Override
    public void recovered(String source) {
        over("", source);
    }

    /** What was tried under this name of this connection works again. */
    void over(String owner, String source) {
        window.execute(() -> {
            var key = new Problem(owner, source, "", NextStep.RETRY).key();
            if (standing.remove(key) != null) {
                putAway.removeIf(problem -> problem.key().equals(key));
                show();
            }
        });
    }

    @Override
    public void tell(String sentence) {
        window.execute(() -> news.set(sentence));
    }

    /** Hides a problem until it reads differently or comes back after it was over. */
    public void putAway(Problem problem) {
        putAway.add(problem);
        show();
    }

    /** Hides all problems that stand now. */
    public void putAllAway() {
        putAway.addAll(standing.values());
        show();
    }

    /** Forgets all problems of a connection, as when it is gone. */
    public void clear(String owner) {
        standing.values().removeIf(problem -> problem.owner().equals(owner));
        putAway.removeIf(problem -> problem.owner().equals(owner));
        show();
    }

    /** The problems to show, the oldest first. */
    public ObservableList<Row<Problem>> problems() {
        return shown.rows();
    }

    public ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    private void show() {
        List<Problem> visible = standing.values().stream()
                .filter(problem -> !putAway.contains(problem))
                .toList();
        shown.update(visible);
    }
}
