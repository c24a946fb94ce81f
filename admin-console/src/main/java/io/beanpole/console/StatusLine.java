package io.beanpole.console;

import io.beanpole.console.control.Presence;
import io.beanpole.console.control.Wording;
import io.beanpole.console.polling.Work;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.aws.Spending;
import io.beanpole.deploy.connection.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line under the screens: how fresh, how busy and how dear the connection is, what is under way, and the news. */
final class StatusLine {
    private static final double SMALL = 0.01;

    private final MainViewModel model;
    private final Parent node;

    @FXML
    private Label place;

    @FXML
    private Label freshness;

    @FXML
    private Label calls;

    @FXML
    private Label slow;

    @FXML
    private MenuButton works;

    @FXML
    private Label news;

    StatusLine(MainViewModel model) {
        this.model = model;
        node = FxmlFile.STATUS_LINE.load(this);
    }

    Parent node() {
        return node;
    }

    @FXML
    private void initialize() {
        freshness.textProperty().bind(model.freshnessProperty());
        news.textProperty().bind(model.notices().newsProperty());
        var full = new Tooltip();
        full.textProperty().bind(news.textProperty());
        news.setTooltip(full);
        model.background().current().addListener((InvalidationListener) list -> showWorks());
        works.setOnShowing(event -> fill());
        model.choiceProperty().addListener((choice, before, now) -> count());
        model.workspaceProperty().addListener((workspace, before, now) -> count());
        model.beatProperty().addListener((beat, before, now) -> count());
        showWorks();
        count();
    }

    /** "42 calls a minute, about $1.30 a month"; the local cloud is free, and asked more often than AWS would be. */
    static String words(Spending spending, Connection.Kind kind) {
        var dollars = kind == Connection.Kind.LOCAL ? 0 : spending.dollarsPerMonth();
        var cost = dollars == 0
                ? Words.of("frame.calls.free")
                : dollars < SMALL
                        ? Words.of("frame.calls.little")
                        : Words.of("frame.calls.cost", String.format(Locale.ENGLISH, "%,.2f", dollars));
        return Words.of("frame.calls", Wording.number(spending.callsPerMinute()), cost);
    }

    private void count() {
        var chosen = model.chosenProperty().get();
        var workspace = chosen.workspaceProperty().get();
        place.setText(workspace
                .map(open -> Words.of(
                        "frame.status.place", chosen.name(), open.connection().region()))
                .orElse(chosen.name()));
        calls.setText(workspace
                .map(open ->
                        words(open.connection().spending(), open.connection().kind()))
                .orElse(""));
        var slowdown =
                chosen.questions().map(asked -> asked.slowdownProperty().get()).filter(factor -> factor > 1);
        show(
                slow,
                slowdown.flatMap(factor -> workspace.map(open -> open.interval().multipliedBy(factor))));
    }

    private static void show(Label label, Optional<Duration> interval) {
        Presence.set(label, interval.isPresent());
        interval.ifPresent(rest -> label.setText(Words.of("frame.status.slow", Wording.duration(rest))));
    }

    private void showWorks() {
        var current = model.background().current();
        Presence.set(works, !current.isEmpty());
        if (!current.isEmpty()) {
            works.setText(
                    current.size() == 1
                            ? current.get(0).name()
                            : Words.of(
                                    "frame.works",
                                    Wording.number(current.size()),
                                    current.get(0).name()));
        }
        if (works.isShowing()) {
            fill();
        }
    }

    private void fill() {
        works.getItems()
                .setAll(List.copyOf(model.background().current()).stream()
                        .map(StatusLine::item)
                        .toList());
    }

    /** One piece of work with its progress and the way to give it up. */
    private static CustomMenuItem item(Work work) {
        var name = new Label(work.name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var progress = new ProgressBar();
        progress.progressProperty().bind(work.progressProperty());
        progress.setAccessibleText(work.name());
        var cancel = new Button(Words.of("frame.work.cancel"), new FontIcon(Feather.X));
        cancel.setAccessibleText(Words.of("frame.work.cancel-named", work.name()));
        cancel.setOnAction(event -> work.cancel());
        var line = new HBox(12, name, progress, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("connection-choice");
        return new CustomMenuItem(line, false);
    }
}
