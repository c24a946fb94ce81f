package io.beanpole.console;

import io.beanpole.console.control.ClipboardText;
import io.beanpole.console.notice.Notices;
import io.beanpole.console.words.Words;

/** Puts commands on the clipboard and says so. */
final class Copying {
    private final Notices notices;

    Copying(Notices notices) {
        this.notices = notices;
    }

    /** Copies a command; says that there is none when it is empty. */
    void copy(String command) {
        if (command.isEmpty()) {
            notices.tell(Words.of("frame.copy.nothing"));
            return;
        }
        ClipboardText.put(command);
        notices.tell(Words.of("frame.copy.done", command));
    }
}
