package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes since the last snapshot, one JSON object a line: a change costs one short write however much is kept, and
 * after a crash only a line that was being written is lost.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private int lines;

    Journal(Path file) {
        this.file = file;
    }

    /** What was written since it was last cleared, the oldest first. */
    List<JsonNode> read() {
        List<JsonNode> changes = new ArrayList<>();
        if (!Files.exists(file)) {
            return changes;
        }
        try {
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank()) {
                    changes.add(JsonMapper.shared().readTree(line));
                }
            }
        } catch (JacksonException e) {
            LOG.warn("The last line of {} was cut off by a crash and is left out", file);
        } catch (IOException e) {
            throw new CloudException("Tried to read " + file + ": " + e.getMessage(), e);
        }
        lines = changes.size();
        return changes;
    }

    void append(JsonNode change) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, change + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            lines++;
        } catch (IOException e) {
            throw new CloudException("Tried to keep a change in " + file + ": " + e.getMessage(), e);
        }
    }

    /** How many changes stand in it. */
    int lines() {
        return lines;
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
            lines = 0;
        } catch (IOException e) {
            throw new CloudException("Tried to clear " + file + ": " + e.getMessage(), e);
        }
    }
}
