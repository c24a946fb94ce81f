package io.beanpole.console.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be done in the console. Menu bar, palette, toolbar and shortcuts are made of this list. */
public enum Action {
    SHOW_ENVIRONMENTS(Menu.GO, "Environments", Feather.SERVER, control(KeyCode.DIGIT1)),
    SHOW_DEPLOY(Menu.GO, "Deploy", Feather.UPLOAD_CLOUD, control(KeyCode.DIGIT2)),
    SHOW_SCALING(Menu.GO, "Scaling", Feather.TRENDING_UP, control(KeyCode.DIGIT3)),
    SHOW_QUEUES(Menu.GO, "Queues", Feather.INBOX, control(KeyCode.DIGIT4)),
    CHOOSE_ENVIRONMENT(Menu.GO, "Choose the environment", Feather.CROSSHAIR, control(KeyCode.E)),
    FILTER(Menu.GO, "Filter the list", Feather.FILTER, control(KeyCode.F)),
    DEPLOY(Menu.ENVIRONMENT, "Deploy to the environment", Feather.UPLOAD_CLOUD, null),
    ROLLBACK(Menu.ENVIRONMENT, "Roll the environment back", Feather.ROTATE_CCW, null),
    SEND_TEST_TASK(Menu.ENVIRONMENT, "Send a test task to the most urgent lane", Feather.SEND, null),
    REFRESH(Menu.VIEW, "Refresh", Feather.REFRESH_CW, new KeyCodeCombination(KeyCode.F5)),
    TOGGLE_THEME(Menu.VIEW, "Switch between light and dark", Feather.MOON, control(KeyCode.L)),
    DISMISS_PROBLEMS(Menu.VIEW, "Put the problems away", Feather.BELL_OFF, null),
    SHOW_PALETTE(Menu.VIEW, "Find an action", Feather.COMMAND, control(KeyCode.K)),
    QUIT(Menu.CONSOLE, "Quit", Feather.LOG_OUT, control(KeyCode.Q));

    private final Menu menu;
    private final String title;
    private final Feather icon;
    private final @Nullable KeyCombination shortcut;

    Action(Menu menu, String title, Feather icon, @Nullable KeyCombination shortcut) {
        this.menu = menu;
        this.title = title;
        this.icon = icon;
        this.shortcut = shortcut;
    }

    /** Where the menu bar keeps it. */
    public Menu menu() {
        return menu;
    }

    /** What menu and palette call it. */
    public String title() {
        return title;
    }

    public Feather icon() {
        return icon;
    }

    /** The keys that do it from anywhere in the window; null where it has none. */
    public @Nullable KeyCombination shortcut() {
        return shortcut;
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    /** The menus of the menu bar, in their order. */
    public enum Menu {
        CONSOLE("Console"),
        GO("Go"),
        ENVIRONMENT("Environment"),
        VIEW("View");

        private final String title;

        Menu(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
