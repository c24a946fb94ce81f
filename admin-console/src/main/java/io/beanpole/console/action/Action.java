package io.beanpole.console.action;

import io.beanpole.console.words.Words;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be done in the console. Menu bar, palette, toolbar and shortcuts are made of this list. */
public enum Action {
    SHOW_ENVIRONMENTS(Menu.GO, Feather.SERVER, control(KeyCode.DIGIT1)),
    SHOW_DEPLOY(Menu.GO, Feather.UPLOAD_CLOUD, control(KeyCode.DIGIT2)),
    SHOW_SCALING(Menu.GO, Feather.TRENDING_UP, control(KeyCode.DIGIT3)),
    SHOW_QUEUES(Menu.GO, Feather.INBOX, control(KeyCode.DIGIT4)),
    SHOW_ALARMS(Menu.GO, Feather.BELL, control(KeyCode.DIGIT5)),
    SHOW_LOGS(Menu.GO, Feather.FILE_TEXT, control(KeyCode.DIGIT6)),
    SHOW_TIMEOUTS(Menu.GO, Feather.CLOCK, control(KeyCode.DIGIT7)),
    CHOOSE_ENVIRONMENT(Menu.GO, Feather.CROSSHAIR, control(KeyCode.E)),
    FILTER(Menu.GO, Feather.FILTER, control(KeyCode.F)),
    DEPLOY(Menu.ENVIRONMENT, Feather.UPLOAD_CLOUD, null),
    ROLLBACK(Menu.ENVIRONMENT, Feather.ROTATE_CCW, null),
    SEND_TEST_TASK(Menu.ENVIRONMENT, Feather.SEND, null),
    REFRESH(Menu.VIEW, Feather.REFRESH_CW, new KeyCodeCombination(KeyCode.F5)),
    TOGGLE_THEME(Menu.VIEW, Feather.MOON, control(KeyCode.L)),
    DISMISS_PROBLEMS(Menu.VIEW, Feather.BELL_OFF, null),
    SHOW_PALETTE(Menu.VIEW, Feather.COMMAND, control(KeyCode.K)),
    COPY_AS_BEANPOLE(Menu.VIEW, Feather.COPY, null),
    COPY_AS_AWS(Menu.VIEW, Feather.COPY, null),
    CONNECTIONS(Menu.CONSOLE, Feather.CLOUD, null),
    READ_ONLY(Menu.ENVIRONMENT, Feather.LOCK, null),
    ZOOM_IN(Menu.VIEW, Feather.ZOOM_IN, control(KeyCode.EQUALS)),
    ZOOM_OUT(Menu.VIEW, Feather.ZOOM_OUT, control(KeyCode.MINUS)),
    ZOOM_RESET(Menu.VIEW, Feather.MAXIMIZE, control(KeyCode.DIGIT0)),
    FOLLOW_SYSTEM(Menu.VIEW, Feather.SUNRISE, null),
    NEXT_REGION(Menu.GO, Feather.CHEVRONS_RIGHT, new KeyCodeCombination(KeyCode.F6)),
    SHOW_SHORTCUTS(Menu.VIEW, Feather.HELP_CIRCLE, new KeyCodeCombination(KeyCode.F1)),
    QUIT(Menu.CONSOLE, Feather.LOG_OUT, control(KeyCode.Q));

    private final Menu menu;
    private final Feather icon;
    private final @Nullable KeyCombination shortcut;

    Action(Menu menu, Feather icon, @Nullable KeyCombination shortcut) {
        this.menu = menu;
        this.icon = icon;
        this.shortcut = shortcut;
    }

    /** Where the menu bar keeps it. */
    public Menu menu() {
        return menu;
    }

    /** What menu and palette call it. */
    public String title() {
        return Words.of("frame.action." + key(name()));
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

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The menus of the menu bar, in their order. */
    public enum Menu {
        CONSOLE,
        GO,
        ENVIRONMENT,
        VIEW;

        /** What the menu bar calls it. */
        public String title() {
            return Words.of("frame.menu." + key(name()));
        }
    }
}
