package io.beanpole.console.queues.letters;

import io.beanpole.console.memory.Memory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.StringProperty;

/**
 * How far snapshots were sent again, so that nothing is sent twice after a run that broke off. The last file that wasn't
 * sent to its end is remembered from one start to the next.
 */
final class RestoredFiles {
    private final Map<String, Integer> done = new HashMap<>();
    private final StringProperty brokenOff;

    RestoredFiles(Memory memory) {
        brokenOff = memory.text("queues.restore.broken-off", "");
        var parts = brokenOff.get().split(" ", 2);
        if (parts.length == 2 && parts[0].matches("\\d{1,6}")) {
            done.put(parts[1], Integer.parseInt(parts[0]));
        }
    }

    /** How many letters of a file, from its first on, were sent or refused; 0 for one that wasn't touched. */
    int done(Path file) {
        return done.getOrDefault(file.toString(), 0);
    }

    /**
     * A run came so far.
     *
     * @param letters of the file that are done
     * @param whole how many the file holds
     */
    void reached(Path file, int letters, int whole) {
        done.put(file.toString(), letters);
        if (letters > 0 && letters < whole) {
            brokenOff.set(letters + " " + file);
        } else if (brokenOff.get().endsWith(" " + file)) {
            brokenOff.set("");
        }
    }
}
