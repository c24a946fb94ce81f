package io.beanpole.console;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Ctrl+Shift+1 to 9: the first nine connections. */
final class ConnectionKeys {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    /** So many connections have keys. */
    static final int MOST = DIGITS.size();

    private ConnectionKeys() {}

    /** The keys of the connection at this place, counted from 0. */
    static KeyCombination of(int place) {
        return new KeyCodeCombination(DIGITS.get(place), KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** Makes them work in the whole window. */
    static void install(Scene scene, MainViewModel model) {
        for (int place = 0; place < MOST; place++) {
            var at = place;
            scene.getAccelerators().put(of(place), () -> {
                if (at < model.connections().size()) {
                    model.choose(model.connections().get(at));
                }
            });
        }
    }
}
