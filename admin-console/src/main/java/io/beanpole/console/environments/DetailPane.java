package io.beanpole.console.environments;

import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.list.Row;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.detail.Resource;
import io.beanpole.deploy.plan.OptionInForce;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The chosen environment: why it is as it is, its instances and events live, its resources and its settings. */
final class DetailPane {
    /** More instances scroll, because the events need the room. */
    private static final int MOST_ROWS = 5;

    private final DetailViewModel model;
    private final Memory memory;
    private final EnvironmentDeeds deeds;
    private final Node node;

    @FXML
    private Label name;

    @FXML
    private MarkLabel health;

    @FXML
    private Label platform;

    @FXML
    private HBox places;

    @FXML
    private Button openDeploy;

    @FXML
    private Button openScaling;

    @FXML
    private Button openQueues;

    @FXML
    private Button openLogs;

    @FXML
    private MenuItem restart;

    @FXML
    private MenuItem rebuild;

    @FXML
    private VBox causes;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab resourcesTab;

    @FXML
    private Tab optionsTab;

    @FXML
    private TableView<Row<InstanceOverview>> instances;

    @FXML
    private Label eventCount;

    @FXML
    private ComboBox<Severity> severity;

    @FXML
    private Button allEvents;

    @FXML
    private TableView<Row<EnvironmentEvent>> events;

    @FXML
    private TableView<Row<Resource>> resourceTable;

    @FXML
    private Label optionProgress;

    @FXML
    private TextField optionFilter;

    @FXML
    private TableView<Row<OptionInForce>> options;

    /** @param memory where the tables keep how a person arranged them */
    DetailPane(DetailViewModel model, Memory memory) {
        this.model = model;
        this.memory = memory;
        deeds = new EnvironmentDeeds(model);
        node = FxmlFile.ENVIRONMENT_DETAIL.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        new InstanceColumns(instances, model, deeds).install();
        instances.setItems(model.instances());
        FittingHeight.install(instances, MOST_ROWS);
        instances.setPlaceholder(empty(Feather.CPU, "environments.instances.empty"));
        eventLines();
        new FactColumns(resourceTable, options).install();
        resourceTable.setItems(model.facts().resources());
        resourceTable.setPlaceholder(empty(Feather.BOX, "environments.resources.empty"));
        options.setItems(model.facts().options());
        options.setPlaceholder(empty(Feather.SLIDERS, "environments.options.empty"));
        optionFilter.textProperty().bindBidirectional(model.facts().filterProperty());
        optionProgress.textProperty().bind(model.facts().progressProperty());
        tabs.getSelectionModel().selectedItemProperty().addListener((tab, before, now) -> readTab());
        RememberedColumns.install(instances, memory, "environments.instances");
        RememberedColumns.install(events, memory, "environments.events");
        RememberedColumns.install(resourceTable, memory, "environments.resources");
        RememberedColumns.install(options, memory, "environments.options");
        ways();
        model.chosenProperty().addListener((chosen, before, now) -> show(now));
        show(model.chosenProperty().get());
    }

    private void eventLines() {
        new EventColumns(events, model).install();
        events.setItems(model.events());
        events.setPlaceholder(empty(Feather.MESSAGE_SQUARE, "environments.events.empty"));
        severity.getItems().setAll(Severity.values());
        severity.valueProperty().bindBidirectional(model.severityProperty());
        allEvents.setOnAction(event -> model.readAllEvents());
        allEvents.setTooltip(new Tooltip(Words.of("environments.events.all.hint")));
        eventCount
                .textProperty()
                .bind(Bindings.size(model.events())
                        .map(count -> Words.of("environments.events.count", Wording.number(count.longValue()))));
    }

    private void ways() {
        openDeploy.setOnAction(event -> go(ScreenName.DEPLOY));
        openScaling.setOnAction(event -> go(ScreenName.SCALING));
        openQueues.setOnAction(event -> go(ScreenName.QUEUES));
        openLogs.setOnAction(event -> go(ScreenName.LOGS));
        restart.setOnAction(event -> deeds.restart());
        rebuild.setOnAction(event -> deeds.rebuild());
        forbid(restart, Deed.RESTART);
        forbid(rebuild, Deed.REBUILD);
    }

    /** A menu item has no tooltip, so that its text says why it can't be chosen. */
    private void forbid(MenuItem item, Deed deed) {
        var title = item.getText();
        var whyNot = deeds.whyNot(deed);
        item.textProperty()
                .bind(whyNot.map(why -> why.isEmpty() ? title : Words.of("environments.hindered", title, why)));
        item.disableProperty().bind(whyNot.map(why -> !why.isEmpty()));
    }

    private void go(ScreenName screen) {
        model.workspace()
                .ifPresent(work ->
                        work.places().go(Place.of(screen, work.selection().name())));
    }

    private void show(Optional<EnvironmentOverview> chosen) {
        name.setText(chosen.map(EnvironmentOverview::name).orElseGet(() -> Words.of("environments.none.title")));
        health.setVisible(chosen.isPresent());
        places.setDisable(chosen.isEmpty());
        openQueues.setDisable(chosen.filter(EnvironmentOverview::isWorker).isEmpty());
        causes.getChildren().clear();
        platform.setText("");
        chosen.ifPresent(environment -> {
            var tone = Tone.ofHealth(environment.healthStatus());
            health.show(new Mark(tone, environment.healthStatus()));
            causes.getStyleClass().setAll("causes", tone.styleClass());
            platform.setText(environment.address().map(url -> url + "  ·  ").orElse("") + environment.platform());
            platform.setTooltip(new Tooltip(platform.getText()));
            environment.causes().forEach(cause -> causes.getChildren().add(new Label(cause)));
        });
        causes.setManaged(!causes.getChildren().isEmpty());
        causes.setVisible(causes.isManaged());
        readTab();
    }

    /** What a closed tab would show is not asked for. */
    private void readTab() {
        var shown = tabs.getSelectionModel().getSelectedItem();
        model.workspace()
                .ifPresent(work -> model.chosenProperty().get().ifPresent(environment -> {
                    if (shown == resourcesTab) {
                        model.facts().wantResources(work, environment);
                    } else if (shown == optionsTab) {
                        model.facts().wantOptions(work, environment);
                    }
                }));
    }

    private static EmptyState empty(Feather icon, String key) {
        return new EmptyState(icon, Words.of(key + ".title"), Words.of(key + ".advice"));
    }
}
