package io.beanpole.cloud.timeline;

import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of each queue in a file, a JSON line each, so that a restart does not forget them. Only ever appended to;
 * a full file becomes the one before, and two are kept. A crash costs the last second and at most a torn line.
 */
final class TimelineFiles {
    static final long LARGEST = 4L * 1024 * 1024;
    private static final String EXTENSION = ".jsonl";
    private static final String BEFORE = ".before";
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,80}(\\.fifo)?");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path directory;

    TimelineFiles(Path directory) {
        this.directory = directory;
    }

    /** The queues of which something is kept. */
    List<String> queues() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXTENSION))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .filter(name -> QUEUE.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CloudException("The kept timelines in " + directory + " could not be listed: " + e, e);
        }
    }

    /** Oldest first; a line that a crash has torn is left out. */
    List<TimelineEvent> read(String queue) {
        List<TimelineEvent> events = new ArrayList<>();
        read(before(queue), events);
        read(file(queue), events);
        return events;
    }

    void append(String queue, List<TimelineEvent> events) {
        if (events.isEmpty() || !QUEUE.matcher(queue).matches()) {
            return;
        }
        StringBuilder lines = new StringBuilder(events.size() * 300);
        events.forEach(event -> lines.append(JSON.writeValueAsString(event)).append('\n'));
        try {
            Files.createDirectories(directory);
            Path file = file(queue);
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                Files.move(file, before(queue), StandardCopyOption.REPLACE_EXISTING);
            }
            if (endsWithinALine(file)) {
                lines.insert(0, '\n');
            }
            Files.writeString(
                    file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CloudException("The timeline of " + queue + " could not be kept in " + directory + ": " + e, e);
        }
    }

    /** A crash or a full disk tore the last line: what follows must not become part of it. */
    private static boolean endsWithinALine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(bytes.length() - 1);
            return bytes.read() != '\n';
        }
    }

    void delete(String queue) {
        if (QUEUE.matcher(queue).matches()) {
            try {
                Files.deleteIfExists(file(queue));
                Files.deleteIfExists(before(queue));
            } catch (IOException e) {
                throw new CloudException("The timeline of " + queue + " could not be deleted: " + e, e);
            }
        }
    }

    private Path file(String queue) {
        return directory.resolve(queue + EXTENSION);
    }

    private Path before(String queue) {
        return directory.resolve(queue + EXTENSION + BEFORE);
    }

    private static void read(Path file, List<TimelineEvent> events) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            // Not Files.lines, which throws where a crash has torn a line within a character.
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(line -> read(line, events));
        } catch (IOException e) {
            throw new CloudException("The kept timeline " + file + " could not be read: " + e, e);
        }
    }

    private static void read(String line, List<TimelineEvent> events) {
        try {
            events.add(JSON.readValue(line, TimelineEvent.class));
        } catch (JacksonException torn) {
            // The crash that tore it is long over, and what it said is a point of the past.
            return;
        }
    }
}
