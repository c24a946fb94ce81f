package io.beanpole.console.release;

import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.BundleReport;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Dockerrun file: the fields of its container beside its text, what is wrong with it, and what it all changes. */
final class DockerrunPane {
    private final DeployViewModel model;
    private final DockerrunForm form;
    private final JsonEditor editor = new JsonEditor();
    private final Node node;

    @FXML
    private HBox fixed;

    @FXML
    private Label fixedName;

    @FXML
    private Label fixedContent;

    @FXML
    private VBox whole;

    @FXML
    private Button reset;

    @FXML
    private Label whyNotEditable;

    @FXML
    private VBox fields;

    @FXML
    private Label imageCaption;

    @FXML
    private TextField image;

    @FXML
    private TextField memory;

    @FXML
    private TextField reservation;

    @FXML
    private TextField ports;

    @FXML
    private TextArea environment;

    @FXML
    private TextArea volumes;

    @FXML
    private Label logs;

    @FXML
    private TextArea command;

    @FXML
    private StackPane text;

    @FXML
    private Tab textTab;

    @FXML
    private Tab changesTab;

    @FXML
    private Tab filesTab;

    @FXML
    private Tab settingsTab;

    @FXML
    private ListView<DiffLine> changes;

    @FXML
    private ListView<DiffLine> files;

    @FXML
    private ListView<DiffLine> settings;

    @FXML
    private ListView<DockerrunFinding> findings;

    DockerrunPane(DeployViewModel model) {
        this.model = model;
        form = model.form();
        node = FxmlFile.DEPLOY_DOCKERRUN.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        bindFields();
        editor.area().setId("dockerrun-json");
        editor.area().setAccessibleText(Words.of("deploy.form.text"));
        editor.bind(form.textProperty());
        text.getChildren().setAll(editor);
        model.readyProperty().addListener((property, before, now) -> {
            if (now) {
                editor.goToTop();
            }
        });
        showFindings();
        showDifferences();
        fixed.managedProperty().bind(fixed.visibleProperty());
        var choice = model.choice();
        choice.fixedProperty().subscribe(this::showFixed);
        choice.reportProperty()
                .subscribe(found -> describe(choice.fixedProperty().get(), found));
        choice.troubleProperty()
                .subscribe(why -> describe(
                        choice.fixedProperty().get(), choice.reportProperty().get()));
    }

    private void bindFields() {
        image.textProperty().bindBidirectional(form.imageProperty());
        memory.textProperty().bindBidirectional(form.memoryProperty());
        reservation.textProperty().bindBidirectional(form.reservationProperty());
        ports.textProperty().bindBidirectional(form.portsProperty());
        environment.textProperty().bindBidirectional(form.environmentProperty());
        volumes.textProperty().bindBidirectional(form.volumesProperty());
        command.textProperty().bindBidirectional(form.commandProperty());
        imageCaption.textProperty().bind(form.imageProperty().map(DockerrunPane::imageText));
        whyNotEditable.textProperty().bind(form.whyNotEditableProperty());
        whyNotEditable.managedProperty().bind(form.whyNotEditableProperty().isNotEmpty());
        fields.disableProperty().bind(form.whyNotEditableProperty().isNotEmpty());
        reset.disableProperty().bind(Bindings.isEmpty(form.changes()));
        var whole = new Tooltip();
        whole.textProperty().bind(form.imageProperty());
        image.setTooltip(whole);
        logs.textProperty()
                .bind(form.logDirectoryProperty()
                        .map(path -> path.isEmpty() ? "" : Words.of("deploy.form.logs", path)));
        logs.visibleProperty().bind(form.logDirectoryProperty().isNotEmpty());
        logs.managedProperty().bind(logs.visibleProperty());
    }

    private void showFindings() {
        findings.setItems(form.findings());
        findings.setCellFactory(list -> new FindingCell());
        findings.setPlaceholder(new Label(Words.of("deploy.findings.none")));
        findings.setOnMouseClicked(event -> goTo(findings.getSelectionModel().getSelectedItem()));
        findings.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> goTo(now));
        form.findings().addListener((Observable changed) -> underline());
        underline();
    }

    private void showDifferences() {
        lines(changes, form.changes(), "deploy.changes.none");
        lines(files, model.plan().files(), "deploy.files.none");
        lines(settings, model.plan().options(), "deploy.settings.none");
        for (var list :
                List.of(form.changes(), model.plan().files(), model.plan().options())) {
            list.addListener((Observable changed) -> count());
        }
        count();
    }

    @FXML
    private void reset() {
        form.reset();
    }

    @FXML
    private void edit() {
        model.edit();
    }

    /** The file that is edited isn't what would be deployed while something else is chosen. */
    private void showFixed(Optional<Content> chosen) {
        fixed.setVisible(chosen.isPresent());
        whole.setDisable(chosen.isPresent());
        editor.setDisable(chosen.isPresent());
        describe(chosen, model.choice().reportProperty().get());
    }

    private void describe(Optional<Content> chosen, Optional<BundleReport> report) {
        fixedName.setText(chosen.map(content -> Words.of("deploy.choice.asItStands", Choice.name(content)))
                .orElse(""));
        var trouble = model.choice().troubleProperty().get();
        fixedContent.setText(
                Stream.of(trouble, report.map(DockerrunPane::content).orElse(""))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static String content(BundleReport report) {
        var images = report.images().stream().map(Names::image).collect(Collectors.joining(", "));
        return Words.of(
                        "deploy.choice.content",
                        report.label(),
                        Names.size(report.size()),
                        Integer.toString(report.files().size()),
                        images)
                + (report.warnings().isEmpty() ? "" : " " + String.join(" ", report.warnings()));
    }

    private void lines(ListView<DiffLine> list, ObservableList<DiffLine> items, String absence) {
        list.setItems(items);
        list.setCellFactory(made -> new DiffCell());
        list.setPlaceholder(new Label(Words.of(absence)));
    }

    /** The field has no room for the end of a digest, and its beginning tells images apart. */
    private static String imageText(String image) {
        return image.contains("@")
                ? Words.of("deploy.form.imageIs", Names.image(image))
                : Words.of("deploy.form.image");
    }

    private void count() {
        var changed = form.changes().stream().filter(DiffLine::isChange).count();
        changesTab.setText(
                changed == 0
                        ? Words.of("deploy.changes.tabNone")
                        : Words.of("deploy.changes.tab", Long.toString(changed)));
        filesTab.setText(Words.of("deploy.files.tab", places(model.plan().files())));
        settingsTab.setText(Words.of("deploy.settings.tab", places(model.plan().options())));
    }

    private static String places(List<DiffLine> lines) {
        return Long.toString(lines.stream()
                .filter(line -> line.kind() == DiffLine.Kind.PLACE)
                .count());
    }

    private void underline() {
        Map<Integer, String> styles = new HashMap<>();
        for (var finding : form.findings()) {
            styles.merge(
                    finding.line(),
                    finding.isError() ? "finding-error" : "finding-warning",
                    (one, other) -> one.equals("finding-error") ? one : other);
        }
        styles.remove(0);
        editor.underline(styles);
    }

    /** Puts the caret on the line that is meant. */
    private void goTo(@Nullable DockerrunFinding finding) {
        if (finding != null && finding.line() > 0) {
            textTab.getTabPane().getSelectionModel().select(textTab);
            editor.goTo(finding.line());
        }
    }
}
