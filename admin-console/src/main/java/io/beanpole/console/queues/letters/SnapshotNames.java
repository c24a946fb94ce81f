package io.beanpole.console.queues.letters;

import io.beanpole.console.words.Words;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Snapshots as a person chooses them: by the time of the look, which their files are named after. */
final class SnapshotNames {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private final ZoneId zone;

    /** @param zone of the person who chooses */
    SnapshotNames(ZoneId zone) {
        this.zone = zone;
    }

    String of(Path file) {
        var name = String.valueOf(file.getFileName()).replace(".jsonl", "");
        try {
            var at = LocalDateTime.parse(name, NAME).atZone(ZoneOffset.UTC).withZoneSameInstant(zone);
            return Words.of("queues.letters.look-at", SHOWN.format(at));
        } catch (DateTimeParseException e) {
            return name;
        }
    }
}
