package io.beanpole.console.alarms;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.control.ShortText;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The screen Alarms: every alarm on a queue with its state, what it means and who looks after it. */
public final class AlarmsView implements Screen {
    private static final Duration EVERY = Duration.seconds(5);

    private final Workspace workspace;
    private final AlarmsViewModel model;
    private final BoardText text;
    private final Timeline ticking = new Timeline(new KeyFrame(EVERY, event -> tick()));
    private final Node node;

    @FXML
    private Label summary;

    @FXML
    private TextField filter;

    @FXML
    private CheckBox notification;

    @FXML
    private CheckBox sound;

    @FXML
    private CheckBox triggers;

    @FXML
    private SplitPane split;

    @FXML
    private TableView<Row<AlarmLine>> board;

    @FXML
    private TableColumn<Row<AlarmLine>, Mark> state;

    @FXML
    private TableColumn<Row<AlarmLine>, String> name;

    @FXML
    private TableColumn<Row<AlarmLine>, String> lane;

    @FXML
    private TableColumn<Row<AlarmLine>, String> watches;

    @FXML
    private TableColumn<Row<AlarmLine>, String> value;

    @FXML
    private TableColumn<Row<AlarmLine>, String> since;

    @FXML
    private TableColumn<Row<AlarmLine>, String> age;

    @FXML
    private TableColumn<Row<AlarmLine>, String> carer;

    /** The screen of one connection. */
    public AlarmsView(Workspace workspace) {
        this.workspace = workspace;
        model = new AlarmsViewModel(workspace);
        text = new BoardText(workspace.clock());
        node = FxmlFile.ALARMS.load(this);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.shown();
        ticking.play();
        if (board.getSelectionModel().isEmpty() && !model.lines().isEmpty()) {
            board.getSelectionModel().selectFirst();
        }
    }

    @Override
    public void hidden() {
        model.hidden();
        ticking.stop();
    }

    @Override
    public void filter() {
        filter.requestFocus();
    }

    @Override
    public CopiedCommands commands() {
        return model.chosenProperty()
                .get()
                .map(line -> new CopiedCommands(
                        "./beanpole scaling show " + line.alarm().environmentName(),
                        "aws cloudwatch describe-alarms --alarm-names '" + line.name() + "' --region "
                                + workspace.connection().region()))
                .orElse(CopiedCommands.NONE);
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        var bell = new BellSettings(workspace.memory());
        bell.bind(notification.selectedProperty(), bell.notification());
        bell.bind(sound.selectedProperty(), bell.sound());
        triggers.setSelected(!model.triggersProperty().get().isEmpty());
        triggers.selectedProperty()
                .addListener(
                        (property, before, isOn) -> model.triggersProperty().set(isOn ? Boolean.TRUE.toString() : ""));
        ticking.setCycleCount(Animation.INDEFINITE);
        columns();
        board.setItems(model.lines());
        DetailedRows.install(board, text::detail);
        model.readProperty().addListener((read, before, now) -> sayNothing());
        sayNothing();
        board.getSelectionModel()
                .selectedItemProperty()
                .addListener((selection, before, now) ->
                        model.choose(now == null ? "" : now.value().name()));
        model.lines().addListener((ListChangeListener<Row<AlarmLine>>) change -> chooseFirst());
        split.getItems().add(new AlarmPane(model, text).node());
    }

    private void tick() {
        model.tick();
    }

    private void columns() {
        Columns.mark(state, BoardText::state);
        Columns.text(name, BoardText::name);
        ShortText.column(lane, BoardText::lane);
        Columns.text(watches, BoardText::watches);
        Columns.text(value, BoardText::value);
        Columns.text(since, text::since);
        age.setCellValueFactory(cell -> BoardText.age(cell.getValue().valueProperty(), model.nowProperty()));
        ShortText.column(carer, text::carer);
        RememberedColumns.install(board, workspace.memory(), "alarms.table");
    }

    /** Something to look at is always there; what a person chose stays. */
    private void chooseFirst() {
        if (board.getSelectionModel().isEmpty() && !model.lines().isEmpty()) {
            board.getSelectionModel().selectFirst();
        }
    }

    private void sayNothing() {
        board.setPlaceholder(
                model.readProperty().get()
                        ? new EmptyState(Feather.BELL, Words.of("alarms.empty.title"), Words.of("alarms.empty.advice"))
                        : new EmptyState(
                                Feather.BELL, Words.of("alarms.reading.title"), Words.of("alarms.reading.advice")));
    }
}
