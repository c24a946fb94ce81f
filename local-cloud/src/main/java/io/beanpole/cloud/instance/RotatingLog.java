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

/** A container's log file; at its size limit it moves to {@code .1}, and that is all that is kept. */
public final class RotatingLog implements AutoCloseable {
    public static final long LARGEST = 8L * 1024 * 1024;

    private final Path file;
    private final long largest;
    private OutputStream out;
    private long size;
    private boolean closed;

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
            out.write(bytes, 0, length);
            size += length;
            if (size >= largest) {
                out.close();
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                out = append();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the log " + file + " failed", e);
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
            out.close();
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
