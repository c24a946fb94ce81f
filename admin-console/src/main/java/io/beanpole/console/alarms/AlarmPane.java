package io.beanpole.console.alarms;

import io.beanpole.console.control.AlarmWords;
import io.beanpole.console.control.ChoiceWords;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkCell;
import io.beanpole.console.control.Pill;
import io.beanpole.console.control.Reasons;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmTransition;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** The alarm that a person looks at: what it says, its past, its runbook, and what they do about it. */
final class AlarmPane {
    private final AlarmsViewModel model;
    private final BoardText text;
    private final Node node;

    @FXML
    private Node content;

    @FXML
    private Label title;

    @FXML
    private Pill state;

    @FXML
    private Label place;

    @FXML
    private Label condition;

    @FXML
    private Label reason;

    @FXML
    private Label carer;

    @FXML
    private TextField person;

    @FXML
    private TextField note;

    @FXML
    private ComboBox<Duration> span;

    @FXML
    private Button acknowledge;

    @FXML
    private Button mute;

    @FXML
    private Label whyNot;

    @FXML
    private TableView<AlarmTransition> history;

    @FXML
    private TableColumn<AlarmTransition, String> historyTime;

    @FXML
    private TableColumn<AlarmTransition, Mark> historyState;

    @FXML
    private TableColumn<AlarmTransition, String> historyReason;

    @FXML
    private TextArea runbook;

    @FXML
    private Button saveRunbook;

    @FXML
    private Label runbookChanged;

    AlarmPane(AlarmsViewModel model, BoardText text) {
        this.model = model;
        this.text = text;
        node = FxmlFile.ALARM_PANE.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        deskFields();
        historyColumns();
        content.visibleProperty().bind(model.chosenProperty().map(Optional::isPresent));
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::show));
        model.nowProperty()
                .addListener((time, before, now) -> model.chosenProperty().get().ifPresent(this::showAge));
    }

    @FXML
    private void showOnScaling() {
        model.showOnScaling();
    }

    @FXML
    private void acknowledge() {
        model.desk().acknowledge();
    }

    @FXML
    private void mute() {
        model.desk().mute();
    }

    @FXML
    private void saveRunbook() {
        model.desk().write();
    }

    private void deskFields() {
        var desk = model.desk();
        person.textProperty().bindBidirectional(desk.nameProperty());
        note.textProperty().bindBidirectional(desk.noteProperty());
        span.getItems().setAll(AlarmDesk.SPANS);
        span.valueProperty().bindBidirectional(desk.spanProperty());
        span.setConverter(new ChoiceWords<>(Wording::duration));
        runbook.textProperty().bindBidirectional(desk.runbookProperty());
        Reasons.bind(acknowledge, desk.whyNotAcknowledge(), Words.of("alarms.acknowledge.tip"));
        Reasons.bind(mute, desk.whyNotMute(), Words.of("alarms.mute.tip"));
        Reasons.bind(saveRunbook, desk.whyNotWrite(), Words.of("alarms.runbook.tip"));
        whyNot.textProperty().bind(desk.whyNotKeptProperty());
        whyNot.managedProperty().bind(desk.whyNotKeptProperty().isNotEmpty());
    }

    private void showAge(AlarmLine line) {
        var age = BoardText.age(line, model.nowProperty().get());
        place.setText(Words.of("alarms.place", line.alarm().environmentName(), age));
    }

    private void show(AlarmLine line) {
        var alarm = line.alarm().alarm();
        title.setText(BoardText.name(line));
        title.setTooltip(new Tooltip(line.name()));
        state.show(BoardText.state(line));
        showAge(line);
        condition.setText(Names.shortened(AlarmWords.condition(alarm)));
        reason.setText(Names.shortened(alarm.reason()));
        var carerText = text.carer(line);
        carer.setText(carerText.isEmpty() ? "" : carerText + " " + BoardText.note(line));
        carer.setManaged(!carerText.isEmpty());
        acknowledge.setText(BoardText.acknowledging(line));
        mute.setText(BoardText.muting(line));
        runbookChanged.setText(text.changed(line));
    }

    private void historyColumns() {
        history.setItems(model.history().transitions());
        history.setPlaceholder(new EmptyState(
                Feather.CLOCK, Words.of("alarms.history.none.title"), Words.of("alarms.history.none.advice")));
        historyTime.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.time(cell.getValue())));
        historyState.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(BoardText.led(cell.getValue())));
        historyState.setCellFactory(made -> new MarkCell<>());
        historyReason.setCellValueFactory(cell ->
                new ReadOnlyStringWrapper(Names.shortened(cell.getValue().reason())));
        historyReason.setCellFactory(made -> new ReasonCell());
        RememberedColumns.install(history, model.memory(), "alarms.history-table");
    }
}
