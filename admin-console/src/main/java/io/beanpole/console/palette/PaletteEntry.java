package io.beanpole.console.palette;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/**
 * One line of the palette.
 *
 * @param hint at the right: its shortcut, or what kind of thing it is
 */
public record PaletteEntry(String title, String hint, Feather icon, Runnable command) {
    /** What tells it from others, from one start to the next. */
    String key() {
        return title + " (" + hint + ")";
    }

    /** Whether the letters that were typed come in the title in this order. */
    boolean matches(String typed) {
        var text = title.toLowerCase(Locale.ROOT);
        int at = 0;
        for (var letter : typed.toLowerCase(Locale.ROOT).replace(" ", "").toCharArray()) {
            at = text.indexOf(letter, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /** Lower is better: the words as typed first, then where they begin. */
    int distance(String typed) {
        var found = title.toLowerCase(Locale.ROOT).indexOf(typed.strip().toLowerCase(Locale.ROOT));
        return found < 0 ? Integer.MAX_VALUE : found;
    }
}
