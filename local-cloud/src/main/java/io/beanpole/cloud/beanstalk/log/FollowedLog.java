package io.beanpole.cloud.beanstalk.log;

import io.beanpole.cloud.instance.RotatingLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a log as it grows, line by line, over its rotation. */
final class FollowedLog {
    private static final int MOST = 256 * 1024;

    private final Path file;
    private final Path aside;
    private long offset;

    FollowedLog(Path file) {
        this.file = file;
        this.aside = file.resolveSibling(file.getFileName() + ".1");
    }

    boolean exists() {
        return Files.exists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** The lines that came since the last call, as far as they are whole; none when the file is gone. */
    List<String> next() {
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            if (Files.exists(file) && Files.size(file) < offset) {
                text.writeBytes(Files.exists(aside) ? RotatingLog.read(aside, offset, MOST) : new byte[0]);
                offset = 0;
            }
            if (Files.exists(file)) {
                byte[] fresh = RotatingLog.read(file, offset, MOST);
                int whole = whole(fresh);
                text.write(fresh, 0, whole);
                offset += whole;
            }
            return text.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the log " + file + " failed", e);
        }
    }

    /** Up to the last end of a line; all of it where a line is longer than what is read at once. */
    private static int whole(byte[] bytes) {
        for (int i = bytes.length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return bytes.length == MOST ? MOST : 0;
    }
}
