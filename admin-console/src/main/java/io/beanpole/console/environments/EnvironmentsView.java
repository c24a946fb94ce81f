package io.beanpole.console.environments;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import java.util.Optional;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The table of environments over instances and events of the chosen one. */
public final class EnvironmentsView implements Screen {
    private final EnvironmentsViewModel model;
    private final EmptyState nothing = new EmptyState(Feather.SERVER, "", "");
    private final Node node;

    @FXML
    private Label summary;

    @FXML
    private TextField filter;

    @FXML
    private TableView<Row<EnvironmentLine>> environments;

    @FXML
    private TableColumn<Row<EnvironmentLine>, String> nameColumn;

    @FXML
    private TableColumn<Row<EnvironmentLine>, String> tierColumn;

    @FXML
    private TableColumn<Row<EnvironmentLine>, Mark> healthColumn;

    @FXML
    private TableColumn<Row<EnvironmentLine>, Mark> statusColumn;

    @FXML
    private TableColumn<Row<EnvironmentLine>, String> versionColumn;

    @FXML
    private TableColumn<Row<EnvironmentLine>, Integer> instanceCountColumn;

    @FXML
    private TableColumn<Row<EnvironmentLine>, Long> depthColumn;

    @FXML
    private TableColumn<Row<EnvironmentLine>, Double> rateColumn;

    @FXML
    private Label chosenName;

    @FXML
    private MarkLabel chosenHealth;

    @FXML
    private Label chosenPlatform;

    @FXML
    private VBox causes;

    @FXML
    private TableView<Row<InstanceOverview>> instances;

    @FXML
    private TableColumn<Row<InstanceOverview>, String> instanceIdColumn;

    @FXML
    private TableColumn<Row<InstanceOverview>, Mark> instanceHealthColumn;

    @FXML
    private TableColumn<Row<InstanceOverview>, String> lifecycleColumn;

    @FXML
    private TableColumn<Row<InstanceOverview>, String> protectedColumn;

    @FXML
    private TableColumn<Row<InstanceOverview>, Double> cpuColumn;

    @FXML
    private TableColumn<Row<InstanceOverview>, String> instanceVersionColumn;

    @FXML
    private TableColumn<Row<InstanceOverview>, Mark> deploymentColumn;

    @FXML
    private TableView<Row<EnvironmentEvent>> events;

    @FXML
    private TableColumn<Row<EnvironmentEvent>, String> timeColumn;

    @FXML
    private TableColumn<Row<EnvironmentEvent>, Mark> severityColumn;

    @FXML
    private TableColumn<Row<EnvironmentEvent>, String> messageColumn;

    /** The screen of one connection. */
    public EnvironmentsView(Workspace workspace) {
        model = new EnvironmentsViewModel(workspace);
        node = FxmlFile.ENVIRONMENTS.load(this);
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
        filter.selectAll();
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        environmentColumns();
        instanceColumns();
        eventColumns();
        var sorted = new SortedList<>(model.environments());
        sorted.comparatorProperty().bind(environments.comparatorProperty());
        environments.setItems(sorted);
        environments.setPlaceholder(nothing);
        model.readProperty().addListener((read, before, now) -> sayNothing());
        sayNothing();
        instances.setItems(model.instances());
        instances.setPlaceholder(new EmptyState(
                Feather.CPU, "No instance", "They appear here as soon as the environment launches one."));
        events.setItems(model.events());
        events.setPlaceholder(new EmptyState(
                Feather.MESSAGE_SQUARE, "No event", "Choose an environment above to read what happened to it."));
        environments.getSelectionModel().selectedItemProperty().addListener((row, before, now) -> chosen(before, now));
        model.chosenProperty().addListener((chosen, before, now) -> show(now));
        show(model.chosenProperty().get());
    }

    /** Only a person chooses: when the filter takes the chosen row away, the table would go on to a neighbour. */
    private void chosen(@Nullable Row<EnvironmentLine> before, @Nullable Row<EnvironmentLine> now) {
        if (now != null && (before == null || environments.getItems().contains(before))) {
            model.choose(now.value().name());
        }
    }

    private void sayNothing() {
        if (model.readProperty().get()) {
            nothing.say("No environment here", "./beanpole deploy makes them; a filter may hide them, too.");
        } else {
            nothing.say("Reading the environments", "This takes a moment.");
        }
    }

    private void environmentColumns() {
        Columns.text(nameColumn, EnvironmentLine::name);
        Columns.text(tierColumn, EnvironmentLine::tier);
        Columns.mark(healthColumn, EnvironmentLine::health);
        Columns.mark(statusColumn, EnvironmentLine::status);
        Columns.text(versionColumn, line -> line.overview().versionLabel());
        Columns.number(instanceCountColumn, line -> line.overview().instances(), count -> Wording.number(count));
        Columns.number(depthColumn, EnvironmentLine::depth, depth -> depth < 0 ? "–" : Wording.number(depth));
        Columns.number(rateColumn, line -> line.overview().requestsPerSecond(), Wording::decimal);
    }

    private void instanceColumns() {
        Columns.text(instanceIdColumn, InstanceOverview::id);
        Columns.mark(
                instanceHealthColumn,
                instance -> new Mark(
                        Tone.ofHealth(instance.healthStatus()),
                        instance.healthStatus(),
                        String.join("\n", instance.causes())));
        Columns.text(lifecycleColumn, InstanceOverview::lifecycle);
        Columns.text(protectedColumn, instance -> instance.isProtected() ? "Protected" : "");
        Columns.number(cpuColumn, InstanceOverview::cpuPercent, cpu -> Wording.decimal(cpu) + " %");
        Columns.text(instanceVersionColumn, InstanceOverview::versionLabel);
        Columns.mark(
                deploymentColumn,
                instance -> new Mark(
                        Tone.ofDeployment(instance.deploymentStatus()),
                        "#" + instance.deploymentId() + " " + instance.deploymentStatus()));
    }

    private void eventColumns() {
        Columns.text(timeColumn, event -> model.time(event.date()));
        Columns.mark(severityColumn, event -> new Mark(Tone.ofSeverity(event.severity()), event.severity()));
        Columns.text(messageColumn, EnvironmentEvent::message);
    }

    private void show(Optional<EnvironmentOverview> chosen) {
        chosenName.setText(chosen.map(EnvironmentOverview::name).orElse("No environment chosen"));
        chosenHealth.setVisible(chosen.isPresent());
        causes.getChildren().clear();
        chosen.ifPresent(environment -> {
            var tone = Tone.ofHealth(environment.healthStatus());
            chosenHealth.show(new Mark(tone, environment.healthStatus()));
            causes.getStyleClass().setAll("causes", tone.styleClass());
            chosenPlatform.setText(
                    environment.address().map(url -> url + "  ·  ").orElse("") + environment.platform());
            environment.causes().forEach(cause -> causes.getChildren().add(new Label(cause)));
            select(environment.name());
        });
        causes.setManaged(!causes.getChildren().isEmpty());
        causes.setVisible(causes.isManaged());
    }

    private void select(String name) {
        environments.getItems().stream()
                .filter(row -> row.value().name().equals(name))
                .findFirst()
                .ifPresent(environments.getSelectionModel()::select);
    }
}
