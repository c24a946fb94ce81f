package io.beanpole.cloud.beanstalk;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events, a line of JSON each in a file that only grows, so that telling of something is cheap however much was told
 * before. They are kept for six weeks [D], and the latest ones of an environment only, so that one that fails in a loop
 * leaves room for the others; the file is written anew when much of it is gone.
 */
final class EventFile {
    private static final Logger LOG = LoggerFactory.getLogger(EventFile.class);
    private static final Duration KEPT = Duration.ofDays(42);
    private static final int MOST_OF_ONE = 5_000;
    private static final int LITTER = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultVisibility(any -> any.withIsGetterVisibility(Visibility.NONE))
            .build();

    private final Path file;
    private final int mostOfOne;
    private final Deque<EventRecord> newestFirst = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int gone;

    EventFile(Path directory) {
        this(directory, MOST_OF_ONE);
    }

    /** Keeping so many events of one environment. */
    EventFile(Path directory, int mostOfOne) {
        this.file = directory.resolve("events.jsonl");
        this.mostOfOne = mostOfOne;
        if (Files.exists(file)) {
            read();
        }
    }

    /** Newest first. */
    synchronized List<EventRecord> all() {
        return new ArrayList<>(newestFirst);
    }

    synchronized void put(EventRecord event) {
        remember(event);
        if (gone > LITTER) {
            writeAnew();
        } else {
            append(event);
        }
    }

    /** A line that was cut off when the local cloud was killed is left out, and the file is whole again. */
    private void read() {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            text.lines().forEach(this::rememberLine);
            if (gone > 0 || !text.endsWith("\n")) {
                writeAnew();
            }
        } catch (IOException e) {
            throw new CloudException("Tried to read " + file + ": " + e.getMessage(), e);
        }
    }

    private void rememberLine(String line) {
        try {
            remember(JSON.readValue(line, EventRecord.class));
        } catch (JacksonException e) {
            gone++;
            LOG.warn("A line of {} is damaged and was left out", file);
        }
    }

    private void remember(EventRecord event) {
        newestFirst.addFirst(event);
        int ofThis = counts.merge(event.environmentId(), 1, Integer::sum);
        Instant oldest = event.at().minus(KEPT);
        while (newestFirst.getLast().at().isBefore(oldest)) {
            forget(newestFirst.removeLast());
        }
        if (ofThis > mostOfOne) {
            forgetOldestOf(event.environmentId());
        }
    }

    private void forgetOldestOf(String environment) {
        Iterator<EventRecord> oldestFirst = newestFirst.descendingIterator();
        while (oldestFirst.hasNext()) {
            EventRecord each = oldestFirst.next();
            if (each.environmentId().equals(environment)) {
                oldestFirst.remove();
                forget(each);
                return;
            }
        }
    }

    private void forget(EventRecord event) {
        counts.merge(event.environmentId(), -1, Integer::sum);
        gone++;
    }

    private void append(EventRecord event) {
        try {
            make(file);
            Files.write(file, line(event), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CloudException("Tried to keep an event in " + file + ": " + e.getMessage(), e);
        }
    }

    private void writeAnew() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        StringBuilder text = new StringBuilder();
        newestFirst
                .descendingIterator()
                .forEachRemaining(each -> text.append(new String(line(each), StandardCharsets.UTF_8)));
        try {
            Files.deleteIfExists(fresh);
            make(fresh);
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            gone = 0;
        } catch (IOException e) {
            throw new CloudException("Tried to keep events in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Only the owner of the process can read it. */
    private static void make(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static byte[] line(EventRecord event) {
        return (JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
