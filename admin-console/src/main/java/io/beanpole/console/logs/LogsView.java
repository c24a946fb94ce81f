package io.beanpole.console.logs;

import io.beanpole.console.control.ChoiceWords;
import io.beanpole.console.control.ClipboardText;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Presence;
import io.beanpole.console.control.Reasons;
import io.beanpole.console.file.SaveDialog;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.log.LogLine;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.cell.CheckBoxListCell;
import org.kordamp.ikonli.feather.Feather;

/** The screen Logs: the tails of chosen instances in the order of time. */
public final class LogsView implements Screen {
    private final Workspace workspace;
    private final LogsViewModel model;
    private final SaveDialog saving = new SaveDialog();
    private final Node node;

    @FXML
    private Label environment;

    @FXML
    private Label state;

    @FXML
    private Label fault;

    @FXML
    private ListView<Row<LogSource>> instances;

    @FXML
    private CheckBox keep;

    @FXML
    private Button tail;

    @FXML
    private ToggleButton follow;

    @FXML
    private ToggleButton pause;

    @FXML
    private TextField filter;

    @FXML
    private TextField highlight;

    @FXML
    private CheckBox expression;

    @FXML
    private CheckBox wrap;

    @FXML
    private Button save;

    @FXML
    private ListView<LogLine> lines;

    @FXML
    private Button bundle;

    @FXML
    private TextField session;

    @FXML
    private TextField ssh;

    @FXML
    private Node shell;

    @FXML
    private Label shellAdvice;

    @FXML
    private Label whyNot;

    /** The screen of one connection. */
    public LogsView(Workspace workspace) {
        this.workspace = workspace;
        model = new LogsViewModel(workspace);
        node = FxmlFile.LOGS.load(this);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void filter() {
        filter.requestFocus();
    }

    @Override
    public CopiedCommands commands() {
        var name = model.environmentName();
        return name.isEmpty()
                ? CopiedCommands.NONE
                : new CopiedCommands(
                        "./beanpole logs " + name,
                        "aws elasticbeanstalk request-environment-info --info-type tail --environment-name " + name
                                + " --region " + workspace.connection().region());
    }

    @FXML
    private void initialize() {
        environment.textProperty().bind(workspace.selection().nameProperty());
        state.textProperty().bind(model.stateProperty());
        fault.textProperty().bind(model.search().faultProperty());
        fault.managedProperty().bind(model.search().faultProperty().isNotEmpty());
        whyNot.textProperty().bind(model.whyNotProperty());
        whyNot.managedProperty().bind(model.whyNotProperty().isNotEmpty());
        buttons();
        filter.textProperty().bindBidirectional(model.search().filterProperty());
        highlight.textProperty().bindBidirectional(model.search().highlightProperty());
        expression.selectedProperty().bindBidirectional(model.search().expressionProperty());
        keep.selectedProperty().bindBidirectional(model.sources().keepProperty());
        instanceList();
        lineList();
    }

    /** Each says what it does, or why it can't; following and pausing say what pressing them does next. */
    private void buttons() {
        follow.selectedProperty().bindBidirectional(model.followingProperty());
        follow.textProperty()
                .bind(model.followingProperty().map(on -> Words.of(on ? "logs.follow.end" : "logs.follow")));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        pause.textProperty().bind(model.pausedProperty().map(on -> Words.of(on ? "logs.pause.end" : "logs.pause")));
        pause.disableProperty()
                .bind(model.followingProperty().or(model.pausedProperty()).not());
        var hindrances = model.hindrances();
        var selected = instances.getSelectionModel().selectedItemProperty();
        Reasons.bind(tail, hindrances.whyNotTail(), Words.of("logs.cost"));
        Reasons.bind(follow, model.whyNotProperty(), Words.of("logs.cost"));
        Reasons.bind(bundle, hindrances.whyNotBundle(selected), Words.of("logs.bundle.tip"));
        Reasons.bind(save, hindrances.whyNotSave(), Words.of("logs.save.tip"));
    }

    @FXML
    private void tail() {
        model.tail();
    }

    @FXML
    private void clear() {
        model.clear();
    }

    @FXML
    private void save() {
        saving.ask(node, Words.of("logs.save"), model.environmentName() + ".log")
                .ifPresent(model::save);
    }

    @FXML
    private void bundle() {
        onSelected(source -> saving.ask(node, Words.of("logs.bundle"), source.instanceId() + "-logs.zip")
                .ifPresent(file -> model.bundle(source, file)));
    }

    @FXML
    private void copySession() {
        copy(session.getText());
    }

    @FXML
    private void copySsh() {
        copy(ssh.getText());
    }

    private void instanceList() {
        instances.setItems(model.sources().rows());
        instances.setPlaceholder(new EmptyState(
                Feather.SERVER, Words.of("logs.no-instances.title"), Words.of("logs.no-instances.advice")));
        instances.setCellFactory(list -> new CheckBoxListCell<>(this::chosen, new ChoiceWords<>(LogsView::words)));
        instances
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((selection, before, now) -> showShell(Optional.ofNullable(now)));
        model.sources().rows().addListener((ListChangeListener<Object>) change -> {
            if (instances.getSelectionModel().isEmpty()) {
                instances.getSelectionModel().selectFirst();
            }
        });
        showShell(Optional.empty());
    }

    /** An instance with its environment. */
    private static String words(Row<LogSource> row) {
        return row.value().instanceId() + "\n" + row.value().environmentName();
    }

    private SimpleBooleanProperty chosen(Row<LogSource> row) {
        var property = new SimpleBooleanProperty(row.value().chosen());
        property.addListener(
                (chosen, before, now) -> model.sources().choose(row.value().key(), now));
        return property;
    }

    private void lineList() {
        lines.setItems(model.book().shown());
        lines.setPlaceholder(
                new EmptyState(Feather.FILE_TEXT, Words.of("logs.empty.title"), Words.of("logs.empty.advice")));
        lines.setCellFactory(list -> new LogCell(
                model.search().markedProperty(),
                wrap.selectedProperty(),
                workspace.clock().getZone()));
        model.book().shown().addListener((ListChangeListener<LogLine>) change -> {
            if (!model.pausedProperty().get() && !lines.getItems().isEmpty()) {
                scrollToEnd();
                Platform.runLater(this::scrollToEnd);
            }
        });
    }

    /** Once more when the new lines are laid out: how high a wrapped one is, is not known before. */
    private void scrollToEnd() {
        lines.scrollTo(lines.getItems().size() - 1);
    }

    private void showShell(Optional<Row<LogSource>> row) {
        var commands = row.map(Row::value).map(model::shell);
        session.setText(commands.map(known -> known.session()).orElse(""));
        ssh.setText(commands.map(known -> known.ssh()).orElse(""));
        var isThere = !session.getText().isEmpty();
        Presence.set(shell, isThere);
        shellAdvice.setText(isThere ? "" : Words.of(row.isEmpty() ? "logs.shell.select" : "logs.shell.none"));
        shellAdvice.setManaged(!isThere);
    }

    private void onSelected(Consumer<LogSource> deed) {
        Optional.ofNullable(instances.getSelectionModel().getSelectedItem())
                .map(Row::value)
                .ifPresent(deed);
    }

    private void copy(String command) {
        ClipboardText.put(command);
        workspace.notices().tell(Words.of("logs.copied", command));
    }
}
