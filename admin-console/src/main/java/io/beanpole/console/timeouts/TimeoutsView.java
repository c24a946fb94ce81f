package io.beanpole.console.timeouts;

import io.beanpole.console.control.ClipboardText;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Pill;
import io.beanpole.console.control.Presence;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.file.SaveDialog;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.timeout.Contradiction.Rule;
import io.beanpole.deploy.timeout.LifePicture;
import io.beanpole.deploy.timeout.TimeoutReport;
import io.beanpole.deploy.timeout.TimeoutStudy;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The screen Timeouts: the life of a message that is tried again, and the times that contradict each other. */
public final class TimeoutsView implements Screen {
    private final Workspace workspace;
    private final TimeoutsViewModel model;
    private final SaveDialog saving = new SaveDialog();
    private final Node node;

    @FXML
    private Label environment;

    @FXML
    private Pill verdict;

    @FXML
    private ScrollPane content;

    @FXML
    private EmptyState nothing;

    @FXML
    private VBox lives;

    @FXML
    private HBox legend;

    @FXML
    private VBox contradictions;

    @FXML
    private Label contradictionsTitle;

    @FXML
    private TableView<Map.Entry<String, String>> times;

    @FXML
    private TableColumn<Map.Entry<String, String>, String> timeName;

    @FXML
    private TableColumn<Map.Entry<String, String>, String> timeValue;

    @FXML
    private VBox proposalPart;

    @FXML
    private TextArea proposal;

    @FXML
    private VBox remarks;

    /** The screen of one connection. */
    public TimeoutsView(Workspace workspace) {
        this.workspace = workspace;
        model = new TimeoutsViewModel(workspace);
        node = FxmlFile.TIMEOUTS.load(this);
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
    public CopiedCommands commands() {
        var name = model.environmentNameProperty().get();
        return name.isEmpty() ? CopiedCommands.NONE : new CopiedCommands("./beanpole timeouts check " + name, "");
    }

    @FXML
    private void initialize() {
        environment.textProperty().bind(model.environmentNameProperty());
        verdict.visibleProperty().bind(model.environmentNameProperty().isNotEmpty());
        model.verdictProperty().subscribe(verdict::show);
        nothing.say(Words.of("timeouts.nothing.title"), Words.of("timeouts.nothing.advice"));
        nothing.visibleProperty().bind(model.environmentNameProperty().isEmpty());
        content.visibleProperty().bind(model.studyProperty().map(Optional::isPresent));
        timeName.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().getKey()));
        timeValue.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().getValue()));
        RememberedColumns.install(times, workspace.memory(), "timeouts.table");
        model.studyProperty().subscribe(study -> study.ifPresent(this::show));
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void copy() {
        ClipboardText.put(model.proposal());
        model.copied();
    }

    @FXML
    private void save() {
        saving.ask(node, Words.of("timeouts.save"), "50-timeouts.config").ifPresent(model::save);
    }

    private void show(TimeoutStudy study) {
        var report = study.report();
        lives.getChildren().clear();
        study.lives().forEach(this::draw);
        if (study.lives().isEmpty()) {
            lives.getChildren().add(muted(Words.of("timeouts.life.web")));
        }
        Presence.set(legend, !study.lives().isEmpty());
        LifeLegend.show(legend, study.lives());
        show(report);
        times.getItems().setAll(report.times().entrySet());
        proposal.setText(report.file());
        Presence.set(proposalPart, !report.file().isEmpty());
        remarks.getChildren()
                .setAll(report.remarks().stream().map(TimeoutsView::muted).toList());
    }

    /** That nothing contradicts is told with what was looked at. */
    private void show(TimeoutReport report) {
        if (report.contradictions().isEmpty()) {
            var rules = Rule.of(report.tier());
            contradictionsTitle.setText(Words.of("timeouts.agrees", String.valueOf(rules.size())));
            contradictions.getChildren().setAll(new CheckedRules(rules));
        } else {
            contradictionsTitle.setText(Words.of("timeouts.contradictions"));
            contradictions
                    .getChildren()
                    .setAll(report.contradictions().stream()
                            .map(ContradictionCard::new)
                            .toList());
        }
    }

    private void draw(LifePicture life) {
        var title = new Label(Words.of("timeouts.life.title", life.how()));
        title.getStyleClass().add("life-title");
        var left = life.tries()
                - (int) life.stretches().stream()
                        .mapToInt(stretch -> stretch.number())
                        .distinct()
                        .count();
        var fate = life.fate() + (left > 0 ? " (" + Words.of("timeouts.life.more", String.valueOf(left)) + ")" : "");
        lives.getChildren().addAll(title, new LifeStrip(life), muted(fate));
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
