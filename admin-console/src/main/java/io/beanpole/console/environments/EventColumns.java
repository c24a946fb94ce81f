package io.beanpole.console.environments;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.ShortText;
import io.beanpole.console.control.Tone;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of the table of events. */
final class EventColumns {
    private final TableView<Row<EnvironmentEvent>> table;
    private final DetailViewModel model;

    EventColumns(TableView<Row<EnvironmentEvent>> table, DetailViewModel model) {
        this.table = table;
        this.model = model;
    }

    void install() {
        Columns.text(this.<String>column(0), event -> model.time(event.date()));
        Columns.mark(this.<Mark>column(1), event -> new Mark(Tone.ofSeverity(event.severity()), event.severity()));
        ShortText.column(this.<String>column(2), EnvironmentEvent::message);
    }

    @SuppressWarnings("unchecked")
    private <V> TableColumn<Row<EnvironmentEvent>, V> column(int at) {
        return (TableColumn<Row<EnvironmentEvent>, V>) table.getColumns().get(at);
    }
}
