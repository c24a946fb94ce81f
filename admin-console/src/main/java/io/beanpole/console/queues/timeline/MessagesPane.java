package io.beanpole.console.queues.timeline;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.local.ToldMessage;
import java.util.ArrayList;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The messages of a lane, and the life of the chosen one as a time line from top to bottom. */
public final class MessagesPane {
    private final MessagesViewModel model;
    private final Node node;

    @FXML
    private ComboBox<String> lanes;

    @FXML
    private TextField wanted;

    @FXML
    private Button find;

    @FXML
    private Label told;

    @FXML
    private Button logs;

    @FXML
    private SplitPane rooms;

    @FXML
    private TableView<Row<ToldMessage.InShort>> messages;

    @FXML
    private TableColumn<Row<ToldMessage.InShort>, Mark> state;

    @FXML
    private TableColumn<Row<ToldMessage.InShort>, String> last;

    @FXML
    private TableColumn<Row<ToldMessage.InShort>, Integer> receives;

    @FXML
    private TableColumn<Row<ToldMessage.InShort>, String> outcome;

    @FXML
    private TableColumn<Row<ToldMessage.InShort>, String> id;

    @FXML
    private Label title;

    @FXML
    private Label summary;

    @FXML
    private VBox events;

    @FXML
    private EmptyState nothing;

    @FXML
    private TextArea body;

    @FXML
    private Button send;

    @FXML
    private Label sent;

    /** The messages of a connection. */
    public MessagesPane(MessagesViewModel model) {
        this.model = model;
        node = FxmlFile.MESSAGES.load(this);
    }

    /** What fills the tab. */
    public Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        Columns.mark(state, message -> new Mark(Rules.tone(message), message.state()));
        Columns.text(last, message -> model.time(message.lastAt()));
        Columns.number(receives, ToldMessage.InShort::receives, count -> Wording.number(count));
        Columns.text(outcome, ToldMessage.InShort::outcome);
        Columns.text(id, ToldMessage.InShort::messageId);
        RememberedColumns.install(messages, model.workspace().memory(), "queues.messages");
        DetailedRows.install(messages, message -> message.messageId() + "\n" + message.outcome());
        messages.setItems(model.messages());
        messages.getSelectionModel().selectedItemProperty().addListener((row, before, now) -> {
            if (now != null
                    && !now.value().messageId().equals(model.chosenProperty().get())) {
                model.choose(now.value().messageId());
            }
        });
        lanes.setOnAction(event -> {
            if (lanes.getValue() != null) {
                model.chooseLane(lanes.getValue());
            }
        });
        model.laneProperty().addListener((lane, before, now) -> lanes());
        model.workspace().lanes().lanes().addListener((ListChangeListener<Object>) change -> lanes());
        lanes();
        model.chosenProperty().addListener((id, before, now) -> wanted.setText(now));
        model.messageProperty().addListener((message, before, now) -> draw(now));
        draw(model.messageProperty().get());
        told.textProperty().bind(model.toldProperty());
        body.textProperty().bindBidirectional(model.bodyProperty());
        sent.textProperty().bind(model.sentProperty());
        send.disableProperty()
                .bind(Bindings.createBooleanBinding(
                                () -> model.bodyProperty().get().isBlank(), model.bodyProperty())
                        .or(model.hereProperty().not())
                        .or(model.workspace().guard().whyNot(Deed.SEND_MESSAGE).isNotEmpty()));
        logs.disableProperty().bind(model.laneProperty().isEmpty());
        sayWhy();
    }

    private void sayWhy() {
        var isTold = model.whyNot().isEmpty();
        rooms.setVisible(isTold);
        nothing.setVisible(!isTold);
        wanted.setDisable(!isTold);
        find.setDisable(!isTold);
        model.whyNot()
                .ifPresent(why -> nothing.say(
                        Words.of("queues.messages.untold.title"),
                        why + " " + Words.of("queues.messages.untold.advice")));
    }

    private void lanes() {
        var names = model.lanes();
        if (!lanes.getItems().equals(names)) {
            lanes.getItems().setAll(names);
        }
        lanes.setValue(
                model.laneProperty().get().isEmpty()
                        ? null
                        : model.laneProperty().get());
    }

    private void draw(Optional<ToldMessage> message) {
        title.setText(message.map(known -> known.message().messageId()).orElse(Words.of("queues.timeline.choose")));
        summary.setText(message.map(known -> Words.of(
                        "queues.timeline.summary",
                        known.message().state(),
                        Wording.count(known.message().receives(), "time"),
                        Wording.count(known.events().size(), "event")))
                .orElse(""));
        var rows = new ArrayList<Node>();
        message.ifPresent(known -> {
            var all = known.events();
            for (int at = 0; at < all.size(); at++) {
                rows.add(
                        new EventRow(all.get(at), at == 0 ? null : all.get(at - 1), at == all.size() - 1, model::time));
                if (at == 0 && known.leftOut() > 0) {
                    rows.add(new Label(Words.of("queues.timeline.left-out", String.valueOf(known.leftOut()))));
                }
            }
        });
        events.getChildren().setAll(rows);
    }

    @FXML
    private void find() {
        model.choose(wanted.getText());
    }

    @FXML
    private void logs() {
        model.openLogs();
    }

    @FXML
    private void send() {
        model.send();
    }
}
