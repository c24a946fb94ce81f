package io.beanpole.console.release;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Presence;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import java.time.Clock;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A deployment on its way and its outcome. */
final class RunPane {
    private final ReadOnlyObjectProperty<Optional<DeploymentRun>> model;
    private final Clock clock;
    private final Node node;
    private final Timeline second = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private Subscription following = Subscription.EMPTY;

    @FXML
    private EmptyState absence;

    @FXML
    private VBox run;

    @FXML
    private HBox banner;

    @FXML
    private Label outcome;

    @FXML
    private Label instances;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label elapsed;

    @FXML
    private TableView<Row<PhaseLine>> phases;

    @FXML
    private TableColumn<Row<PhaseLine>, Mark> phaseColumn;

    @FXML
    private TableColumn<Row<PhaseLine>, String> tookColumn;

    @FXML
    private TableColumn<Row<PhaseLine>, String> lastColumn;

    @FXML
    private TableView<Row<InstanceLine>> fleet;

    @FXML
    private TableColumn<Row<InstanceLine>, String> instanceColumn;

    @FXML
    private TableColumn<Row<InstanceLine>, String> batchColumn;

    @FXML
    private TableColumn<Row<InstanceLine>, Mark> deploymentColumn;

    @FXML
    private TableColumn<Row<InstanceLine>, Mark> healthColumn;

    @FXML
    private TableView<Row<EnvironmentEvent>> events;

    @FXML
    private TableColumn<Row<EnvironmentEvent>, String> timeColumn;

    @FXML
    private TableColumn<Row<EnvironmentEvent>, Mark> severityColumn;

    @FXML
    private TableColumn<Row<EnvironmentEvent>, String> messageColumn;

    /** @param model the deployment to show, if there is one */
    RunPane(ReadOnlyObjectProperty<Optional<DeploymentRun>> model, Clock clock) {
        this.model = model;
        this.clock = clock;
        node = FxmlFile.DEPLOY_RUN.load(this);
    }

    Node node() {
        return node;
    }

    /** Whether the times go on; when nobody sees them they needn't. */
    void setTicking(boolean ticking) {
        if (ticking) {
            second.play();
            tick();
        } else {
            second.stop();
        }
    }

    @FXML
    private void initialize() {
        absence.say(Words.of("deploy.run.none"), Words.of("deploy.run.advice"));
        second.setCycleCount(Animation.INDEFINITE);
        phases.setPlaceholder(new Label(""));
        events.setPlaceholder(new EmptyState(
                Feather.MESSAGE_SQUARE, Words.of("deploy.run.noEvent"), Words.of("deploy.run.noEventYet")));
        fleet.setPlaceholder(new Label(Words.of("deploy.run.noInstance")));
        DetailedRows.install(fleet, line -> line.id() + "\n" + line.version());
        Columns.text(instanceColumn, InstanceLine::id);
        Columns.text(batchColumn, InstanceLine::batch);
        Columns.mark(deploymentColumn, InstanceLine::deployment);
        Columns.mark(healthColumn, InstanceLine::health);
        Columns.text(
                lastColumn, phase -> phase.lastTime().map(Wording::duration).orElse(""));
        DetailedRows.install(events, EnvironmentEvent::message);
        Columns.mark(phaseColumn, RunPane::phase);
        Columns.text(tookColumn, phase -> Wording.duration(phase.took()));
        Columns.text(timeColumn, event -> Wording.time(event.date(), clock.instant(), clock.getZone()));
        Columns.mark(severityColumn, event -> new Mark(Tone.ofSeverity(event.severity()), event.severity()));
        Columns.text(messageColumn, EnvironmentEvent::message);
        model.subscribe(this::follow);
    }

    private void follow(Optional<DeploymentRun> shown) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        run.setVisible(shown.isPresent());
        absence.setVisible(shown.isEmpty());
        shown.ifPresent(deployment -> {
            phases.setItems(deployment.phases());
            events.setItems(deployment.events());
            fleet.setItems(deployment.fleet());
            following = Subscription.combine(
                    deployment.instancesProperty().subscribe(instances::setText),
                    deployment.progressProperty().subscribe(part -> progress.setProgress(part.doubleValue())),
                    deployment.outcomeProperty().subscribe(mark -> judge(deployment, mark)));
        });
        tick();
    }

    private void judge(DeploymentRun deployment, Optional<Mark> mark) {
        var tone = mark.map(Mark::tone).orElse(Tone.NOTICE);
        banner.getStyleClass().removeIf(style -> style.startsWith("tone-"));
        banner.getStyleClass().add(tone.styleClass());
        outcome.setGraphic(new FontIcon(mark.isPresent() ? tone.icon() : Feather.LOADER));
        outcome.setText(mark.map(Mark::text).orElse(Words.of("deploy.run.goingOn", deployment.title())));
        Presence.set(progress, mark.isEmpty());
        tick();
    }

    private void tick() {
        model.get().ifPresent(deployment -> {
            deployment.tick();
            elapsed.setText(Wording.duration(
                    java.time.Duration.ofSeconds(deployment.elapsed().toSeconds())));
        });
    }

    private static Mark phase(PhaseLine phase) {
        return new Mark(phase.isRunning() ? Tone.NOTICE : Tone.GOOD, phase.name());
    }
}
