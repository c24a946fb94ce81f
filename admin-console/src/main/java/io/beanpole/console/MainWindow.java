package io.beanpole.console;

import io.beanpole.console.action.Action;
import io.beanpole.console.action.Actions;
import io.beanpole.console.alarms.AlarmBell;
import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Presence;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.list.Row;
import io.beanpole.console.notice.NextStep;
import io.beanpole.console.palette.Palette;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.theme.Theme;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame around the screens: menu, top bar, banner, navigation and status line. */
final class MainWindow {
    /** How much of the light stays while what is shown may be out of date. */
    private static final double STALE = 0.8;

    /** What one screen does, and the others lead to. */
    private static final Map<Action, ScreenName> OF_SCREENS = Map.of(
            Action.DEPLOY, ScreenName.DEPLOY,
            Action.ROLLBACK, ScreenName.DEPLOY,
            Action.SEND_TEST_TASK, ScreenName.QUEUES);

    private final MainViewModel model;
    private final Runnable quit;
    private final Parent node;
    private final EmptyState absence = new EmptyState(Feather.CLOUD_OFF, "", "");
    private final Screens screens;
    private final ConfirmationLayer question;
    private final ConnectionsLayer connections;
    private final ShortcutsLayer shortcuts = new ShortcutsLayer();
    private final Copying copying;

    @FXML
    private StackPane layers;

    @FXML
    private MenuBar menus;

    @FXML
    private MenuButton connection;

    @FXML
    private HBox productionBar;

    @FXML
    private Label productionName;

    @FXML
    private HBox topBar;

    @FXML
    private Label region;

    @FXML
    private Label environmentLabel;

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
    private StackPane status;

    private final List<Action> whileConnected = new ArrayList<>();
    private @Nullable WindowZoom zoom;
    private final EnvironmentChooser chooser = new EnvironmentChooser();

    /** @param quit closes the window */
    MainWindow(MainViewModel model, Runnable quit) {
        this.model = model;
        this.quit = quit;
        screens = new Screens(model.workspaces());
        question = new ConfirmationLayer(model.confirmation());
        connections =
                new ConnectionsLayer(new ConnectionsViewModel(model.settings(), model::remove), model::findConnections);
        copying = new Copying(model.notices());
        node = FxmlFile.MAIN_WINDOW.load(this);
    }

    Parent node() {
        return node;
    }

    @FXML
    private void initialize() {
        chooser.install(environment);
        var items = new MenuBarItems(actions());
        var palette = new Palette(
                new PaletteEntries(items, model, screens::shown),
                model.settings().memory().text("frame.palette.recent", ""));
        layers.getChildren().addAll(palette, shortcuts, connections.node(), question.node());
        menus.getMenus().setAll(items.menus());
        new Banner(banner, model, this::goOn);
        new AlarmBell(model.workspaces(), model.settings().memory(), layers);
        var screenNames = new Navigation(navigation, actions());
        model.settings().screenProperty().addListener((screen, before, now) -> screenNames.select(now));
        screenNames.select(model.settings().screenProperty().get());
        status.getChildren().setAll(new StatusLine(model).node());
        bindFrame(palette);
        dress(model.settings().themeProperty().get());
        model.settings().themeProperty().addListener((property, before, now) -> dress(now));
        model.absenceProperty().addListener((property, before, now) -> sayAbsence());
        model.absenceProperty().addListener((property, before, now) -> content.setOpacity(now.isEmpty() ? 1 : STALE));
        model.workspaceProperty().addListener((property, before, now) -> follow(now));
        new PlacesOfAll(model.workspaces(), this::show).follow();
        model.choiceProperty().addListener((property, before, now) -> introduce(now));
        new ConnectionSwitcher(connection, model, connections::open);
        introduce(model.choiceProperty().get());
        follow(model.workspaceProperty().get());
    }

    private void bindFrame(Palette palette) {
        actions().bind(Action.SHOW_PALETTE, palette::open);
        actions().bind(Action.TOGGLE_THEME, () -> {
            var settings = model.settings();
            settings.themeOfSystemProperty().set(false);
            settings.themeProperty().set(settings.themeProperty().get().other());
        });
        actions()
                .bind(
                        Action.FOLLOW_SYSTEM,
                        () -> model.settings().themeOfSystemProperty().set(true));
        zoom = new WindowZoom(layers, List.of(region, environmentLabel));
        zoom.follow(model.settings().zoomProperty(), actions());
        actions().bind(Action.SHOW_SHORTCUTS, shortcuts::open);
        actions().bind(Action.NEXT_REGION, () -> ring().go(1));
        actions().bind(Action.COPY_AS_BEANPOLE, () -> copying.copy(commands().beanpole()));
        actions().bind(Action.COPY_AS_AWS, () -> copying.copy(commands().aws()));
        actions().bind(Action.REFRESH, model::refresh);
        actions().bind(Action.CONNECTIONS, connections::open);
        actions().bind(Action.READ_ONLY, model::toggleReadOnly);
        actions().bind(Action.DISMISS_PROBLEMS, model.notices()::putAllAway);
        actions().bind(Action.QUIT, quit);
        refresh.setOnAction(event -> actions().perform(Action.REFRESH));
        theme.setOnAction(event -> actions().perform(Action.TOGGLE_THEME));
        find.setOnAction(event -> actions().perform(Action.SHOW_PALETTE));
    }

    /** Keys that no menu shows: Shift+F6 goes round backwards, and a question mark helps where nobody types. */
    @FXML
    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.F6 && key.isShiftDown()) {
            ring().go(-1);
            key.consume();
        } else if ("?".equals(key.getText()) && !(key.getTarget() instanceof TextInputControl)) {
            shortcuts.open();
            key.consume();
        }
    }

    private FocusRing ring() {
        return new FocusRing(topBar, navigation, content, status);
    }

    private CopiedCommands commands() {
        var reach = model.choiceProperty().get().reach();
        return model.workspaceProperty()
                .get()
                .map(workspace ->
                        new CommandsOfCloud(reach, workspace.connection().commandOptions()))
                .flatMap(cloud -> screens.shown().map(Screen::commands).map(cloud::lead))
                .orElse(CopiedCommands.NONE);
    }

    /** What the button beside a problem does. */
    private void goOn(NextStep step) {
        switch (step.kind()) {
            case RETRY -> model.refresh();
            case SIGN_IN -> copying.copy(step.text());
            case CONNECTIONS -> connections.open();
        }
    }

    /** A connection in production is told by a bar, a word and a shape, not by a colour alone. */
    private void introduce(ConnectionChoice chosen) {
        var isProduction = chosen.kind() == CloudKind.PRODUCTION;
        Presence.set(productionBar, isProduction);
        productionName.setText(Words.of("frame.production", chosen.name()));
        topBar.getStyleClass().removeIf(style -> style.startsWith("connection-"));
        topBar.getStyleClass().add("connection-" + chosen.color());
    }

    private void follow(Optional<Workspace> workspace) {
        region.setText(workspace.map(work -> work.connection().region()).orElse(""));
        environment.setDisable(workspace.isEmpty());
        whileConnected.forEach(actions()::unbind);
        whileConnected.clear();
        OF_SCREENS.keySet().forEach(actions()::nothingOtherwise);
        workspace.ifPresentOrElse(
                this::open, () -> show(model.settings().screenProperty().get()));
    }

    private void open(Workspace workspace) {
        chooser.follow(workspace.selection());
        for (var name : Screens.names()) {
            bind(name.action(), () -> show(name));
        }
        bind(Action.FILTER, () -> screens.shown().ifPresent(Screen::filter));
        bind(Action.CHOOSE_ENVIRONMENT, () -> {
            environment.requestFocus();
            environment.show();
        });
        OF_SCREENS.forEach((action, name) -> actions().otherwise(action, () -> goAndDo(name, action)));
        show(model.settings().screenProperty().get());
    }

    /** Shows the screen that does it and does it there; where it can't be done the screen says why. */
    private void goAndDo(ScreenName name, Action action) {
        show(name);
        if (!actions().isBound(action) || !actions().perform(action)) {
            model.notices().tell(Words.of("frame.action.there", name.title()));
        }
    }

    private void bind(Action action, Runnable command) {
        actions().bind(action, command);
        whileConnected.add(action);
    }

    private void show(ScreenName name) {
        screens.show(name).ifPresentOrElse(this::fill, this::sayAbsence);
        model.settings().screenProperty().set(name);
    }

    private void fill(Screen screen) {
        content.getChildren().setAll(screen.node());
        if (zoom != null) {
            zoom.applyTo(screen.node());
        }
    }

    private void sayAbsence() {
        if (screens.shown().isEmpty()) {
            var why = model.absenceProperty().get();
            absence.say(
                    why.isEmpty()
                            ? Words.of("frame.absence.looking", model.connectionName())
                            : Words.of("frame.absence.none"),
                    why.isEmpty() ? Words.of("frame.absence.wait") : why);
            content.getChildren().setAll(absence);
        }
    }

    private void dress(Theme wanted) {
        wanted.apply();
        theme.setGraphic(new FontIcon(wanted == Theme.LIGHT ? Feather.MOON : Feather.SUN));
        theme.setAccessibleText(Words.of("frame.theme." + wanted.other().id()));
    }

    private Actions actions() {
        return model.actions();
    }
}
