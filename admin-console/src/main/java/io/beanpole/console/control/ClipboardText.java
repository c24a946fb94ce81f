package io.beanpole.console.control;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Text on the desktop's clipboard. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Puts it there, in place of what was. */
    public static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
