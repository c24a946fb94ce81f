package io.beanpole.cloud.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A container's or daemon's log file; at its size limit it moves to {@code .1}, and that is all that is kept. A line that
 * the disk does not take is lost, with one note for a row of them: who writes must not end because nobody can read it.
 */
public final class RotatingLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RotatingLog.class);
    public static final long LARGEST = 8L * 1024 * 1024;

    private final Path file;
    private final long largest;
    private @Nullable OutputStream out;
    private long size;
    private boolean closed;
    private boolean hasFailed;

    public RotatingLog(Path file, long largest) {
        this.file = file;
        this.largest = largest;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = append();
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the log " + file + " failed", e);
        }
    }

    public Path file() {
        return file;
    }

    /** Does nothing once closed: a container's last words may come late. */
    public synchronized void write(byte[] bytes, int length) {
        if (closed) {
            return;
        }
        try {
            OutputStream open = out == null ? append() : out;
            out = open;
            open.write(bytes, 0, length);
            size += length;
            if (size >= largest) {
                open.close();
                out = null;
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                out = append();
            }
            hasFailed = false;
        } catch (IOException e) {
            failed(e);
        }
    }

    /** The next line opens the file again. */
    private void failed(IOException cause) {
        if (!hasFailed) {
            LOG.warn("Writing the log {} failed; lines are lost until it can be written again", file, cause);
        }
        hasFailed = true;
        try {
            closeFile();
        } catch (IOException e) {
            // What it says was said above.
            out = null;
        }
    }

    private void closeFile() throws IOException {
        OutputStream open = out;
        out = null;
        if (open != null) {
            open.close();
        }
    }

    public void line(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        write(bytes, bytes.length);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            closeFile();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the log " + file + " failed", e);
        }
    }

    /** Bytes from the offset on, at most so many; from the start again if the file has rotated since. */
    public static byte[] read(Path file, long offset, int most) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = offset > in.length() ? 0 : offset;
            in.seek(from);
            byte[] bytes = new byte[(int) Math.min(most, in.length() - from)];
            in.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the log " + file + " failed", e);
        }
    }

    private OutputStream append() throws IOException {
        size = Files.exists(file) ? Files.size(file) : 0;
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
