package io.beanpole.console;

import io.beanpole.console.action.Action;
import io.beanpole.console.action.Actions;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Pill;
import io.beanpole.console.control.Tone;
import io.beanpole.console.list.Row;
import io.beanpole.console.palette.Palette;
import io.beanpole.console.palette.PaletteEntry;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.connection.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame around the screens: menu, top bar, banner, navigation and status line. */
final class MainWindow {
    private final MainViewModel model;
    private final Runnable quit;
    private final Parent node;
    private final EmptyState absence = new EmptyState(Feather.CLOUD_OFF, "Connecting", "");
    private Optional<Screens> screens = Optional.empty();

    @FXML
    private StackPane layers;

    @FXML
    private MenuBar menus;

    @FXML
    private Label connectionName;

    @FXML
    private Pill kind;

    @FXML
    private Label region;

    @FXML
    private ComboBox<Row<EnvironmentOverview>> environment;

    @FXML
    private Button refresh;

    @FXML
    private Button theme;

    @FXML
    private Button find;

    @FXML
    private VBox banner;

    @FXML
    private VBox navigation;

    @FXML
    private StackPane content;

    @FXML
    private Label freshness;

    @FXML
    private Label news;

    private final List<Action> whileConnected = new ArrayList<>();

    /** @param quit closes the window */
    MainWindow(MainViewModel model, Runnable quit) {
        this.model = model;
        this.quit = quit;
        node = FxmlFile.MAIN_WINDOW.load(this);
    }

    Parent node() {
        return node;
    }

    @FXML
    private void initialize() {
        var items = new MenuBarItems(actions());
        var palette = new Palette(() -> paletteEntries(items));
        layers.getChildren().add(palette);
        menus.getMenus().setAll(items.menus());
        new Banner(banner, model.notices());
        var screenNames = new Navigation(navigation, actions());
        model.settings().screenProperty().addListener((screen, before, now) -> screenNames.select(now));
        screenNames.select(model.settings().screenProperty().get());
        freshness.textProperty().bind(model.freshnessProperty());
        news.textProperty().bind(model.notices().newsProperty());
        bindFrame(palette);
        dress(model.settings().themeProperty().get());
        model.settings().themeProperty().addListener((property, before, now) -> dress(now));
        model.absenceProperty().addListener((property, before, now) -> sayAbsence());
        model.workspaceProperty().addListener((property, before, now) -> follow(now));
        follow(model.workspaceProperty().get());
    }

    private void bindFrame(Palette palette) {
        actions().bind(Action.SHOW_PALETTE, palette::open);
        actions().bind(Action.TOGGLE_THEME, () -> {
            var settings = model.settings();
            settings.themeProperty().set(settings.themeProperty().get().other());
        });
        actions().bind(Action.REFRESH, model::refresh);
        actions().bind(Action.DISMISS_PROBLEMS, model.notices()::putAllAway);
        actions().bind(Action.QUIT, quit);
        refresh.setOnAction(event -> actions().perform(Action.REFRESH));
        theme.setOnAction(event -> actions().perform(Action.TOGGLE_THEME));
        find.setOnAction(event -> actions().perform(Action.SHOW_PALETTE));
    }

    private void follow(Optional<Workspace> workspace) {
        screens.ifPresent(Screens::hide);
        screens = workspace.map(Screens::new);
        connectionName.setText(model.connectionName());
        kind.show(
                model.kind() == Connection.Kind.LOCAL
                        ? new Mark(Tone.NOTICE, "LOCAL", "The local cloud of this checkout")
                        : new Mark(Tone.WARNING, "AWS", "What is done here is done in AWS"));
        region.setText(workspace.map(work -> work.connection().region()).orElse(""));
        environment.setDisable(workspace.isEmpty());
        whileConnected.forEach(actions()::unbind);
        whileConnected.clear();
        workspace.ifPresentOrElse(this::open, this::sayAbsence);
    }

    private void open(Workspace workspace) {
        new EnvironmentChooser(environment, workspace.selection());
        for (var name : Screens.names()) {
            bind(name.action(), () -> show(name));
        }
        bind(Action.FILTER, () -> screens.flatMap(Screens::shown).ifPresent(screen -> screen.filter()));
        bind(Action.CHOOSE_ENVIRONMENT, () -> {
            environment.requestFocus();
            environment.show();
        });
        show(model.settings().screenProperty().get());
    }

    private void bind(Action action, Runnable command) {
        actions().bind(action, command);
        whileConnected.add(action);
    }

    private void show(ScreenName wanted) {
        var name = Screens.names().contains(wanted) ? wanted : ScreenName.ENVIRONMENTS;
        screens.ifPresent(all -> content.getChildren().setAll(all.show(name).node()));
        model.settings().screenProperty().set(name);
    }

    private void sayAbsence() {
        if (model.workspaceProperty().get().isEmpty()) {
            var why = model.absenceProperty().get();
            absence.say(
                    why.isEmpty() ? "Looking for the " + model.connectionName() : "No connection",
                    why.isEmpty() ? "This takes a moment." : why);
            content.getChildren().setAll(absence);
        }
    }

    private void dress(Theme wanted) {
        wanted.apply();
        theme.setGraphic(new FontIcon(wanted == Theme.LIGHT ? Feather.MOON : Feather.SUN));
        theme.setAccessibleText("Switch to the " + wanted.other().id() + " theme");
    }

    private List<PaletteEntry> paletteEntries(MenuBarItems items) {
        var entries = new ArrayList<>(items.entries());
        model.workspaceProperty()
                .get()
                .map(Workspace::selection)
                .ifPresent(selection -> selection
                        .environments()
                        .forEach(row -> entries.add(new PaletteEntry(
                                row.value().name(),
                                "environment",
                                Feather.SERVER,
                                () -> selection.choose(row.value().name())))));
        return entries;
    }

    private Actions actions() {
        return model.actions();
    }
}
