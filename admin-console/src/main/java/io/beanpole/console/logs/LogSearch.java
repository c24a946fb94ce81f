package io.beanpole.console.logs;

import io.beanpole.console.memory.Memory;
import io.beanpole.console.words.Words;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person looks for in the lines: only those with the filter are shown, and the highlight stands out in them. */
final class LogSearch {
    private final LogBook book;
    private final StringProperty filter;
    private final StringProperty highlight = new SimpleStringProperty(this, "highlight", "");
    private final BooleanProperty expression = new SimpleBooleanProperty(this, "expression", false);
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");
    private final ReadOnlyObjectWrapper<LogPattern> marked =
            new ReadOnlyObjectWrapper<>(this, "marked", LogPattern.nothing());

    /** @param memory keeps the filter from one start to the next */
    LogSearch(LogBook book, Memory memory) {
        this.book = book;
        filter = memory.text("logs.filter", "");
        filter.addListener((text, before, now) -> search());
        highlight.addListener((text, before, now) -> search());
        expression.addListener((property, before, now) -> search());
        search();
    }

    StringProperty filterProperty() {
        return filter;
    }

    StringProperty highlightProperty() {
        return highlight;
    }

    /** Whether filter and highlight are regular expressions. */
    BooleanProperty expressionProperty() {
        return expression;
    }

    /** What is wrong with what was typed; empty for nothing. */
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** What is to stand out in the lines. */
    ReadOnlyObjectProperty<LogPattern> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** A half-typed expression changes nothing but what is said of it. */
    private void search() {
        var wanted = LogPattern.of(filter.get(), expression.get());
        wanted.ifPresent(book::filter);
        var standing = highlight.get().isBlank()
                ? Optional.of(LogPattern.nothing())
                : LogPattern.of(highlight.get(), expression.get());
        standing.ifPresent(marked::set);
        fault.set(wanted.isEmpty() || standing.isEmpty() ? Words.of("logs.no-expression") : "");
    }
}
