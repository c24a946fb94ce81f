package io.beanpole.cloud.logs;

import io.beanpole.cloud.CloudException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of one stream on disk, a JSON array a line. At its size limit the file moves aside in place of the one that
 * moved before, so a stream keeps at least its last eight and at most its last sixteen megabytes.
 */
final class EventFile {
    static final long LARGEST = 8L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Path aside;
    private final long largest;
    private @Nullable Extent extent;

    EventFile(Path file, long largest) {
        this.file = file;
        this.aside = file.resolveSibling(file.getFileName() + ".1");
        this.largest = largest;
    }

    /** An event as it stands in the file; {@code number} counts those of the stream. */
    record Line(long number, long timestamp, long ingestion, String message) {}

    /** An event that comes. */
    record Arrival(long timestamp, String message) {}

    /** Called with each event. */
    interface Reader {
        void event(Line line);
    }

    /** What the file holds: the number of the next event, the range of timestamps, the last arrival, the bytes. */
    record Extent(long next, long first, long last, long lastIngestion, long bytes) {
        static final Extent EMPTY = new Extent(1, Long.MAX_VALUE, Long.MIN_VALUE, 0, 0);

        Extent with(Line line) {
            return new Extent(
                    Math.max(next, line.number() + 1),
                    Math.min(first, line.timestamp()),
                    Math.max(last, line.timestamp()),
                    Math.max(lastIngestion, line.ingestion()),
                    bytes + line.message().length());
        }

        boolean isEmpty() {
            return last == Long.MIN_VALUE;
        }
    }

    synchronized Extent extent() {
        Extent known = extent;
        if (known == null) {
            Extent[] read = {Extent.EMPTY};
            read(line -> read[0] = read[0].with(line));
            known = read[0];
            extent = known;
        }
        return known;
    }

    synchronized void append(List<Arrival> arrivals, long now) {
        Extent next = extent();
        try {
            Files.createDirectories(file.getParent());
            boolean isCut = isCut();
            try (BufferedWriter out = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                if (isCut) {
                    out.newLine();
                }
                for (Arrival arrival : arrivals) {
                    Line line = new Line(next.next(), arrival.timestamp(), now, arrival.message());
                    out.write(JSON.writeValueAsString(
                            List.of(line.number(), line.timestamp(), line.ingestion(), line.message())));
                    out.newLine();
                    next = next.with(line);
                }
            }
            extent = next;
            if (Files.size(file) >= largest) {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new CloudException("Tried to keep log events in " + file + ": " + e.getMessage(), e);
        }
    }

    /** In the order of their arrival. */
    synchronized void read(Reader reader) {
        read(aside, reader);
        read(file, reader);
    }

    synchronized void delete() {
        try {
            Files.deleteIfExists(aside);
            Files.deleteIfExists(file);
            extent = null;
        } catch (IOException e) {
            throw new CloudException("Tried to delete the log events in " + file + ": " + e.getMessage(), e);
        }
    }

    private static void read(Path part, Reader reader) {
        if (!Files.exists(part)) {
            return;
        }
        try (BufferedReader in = Files.newBufferedReader(part, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Line event = parsed(line);
                if (event != null) {
                    reader.event(event);
                }
            }
        } catch (IOException e) {
            throw new CloudException("Tried to read the log events in " + part + ": " + e.getMessage(), e);
        }
    }

    /** Null for a line that a crash has cut. */
    private static @Nullable Line parsed(String line) {
        try {
            Object[] parts = JSON.readValue(line, Object[].class);
            return parts.length == 4
                            && parts[0] instanceof Number number
                            && parts[1] instanceof Number timestamp
                            && parts[2] instanceof Number ingestion
                            && parts[3] instanceof String message
                    ? new Line(number.longValue(), timestamp.longValue(), ingestion.longValue(), message)
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Whether a crash has left the last line without its end. */
    private boolean isCut() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            java.nio.ByteBuffer last = java.nio.ByteBuffer.allocate(1);
            channel.position(channel.size() - 1);
            channel.read(last);
            return last.get(0) != '\n';
        }
    }
}
