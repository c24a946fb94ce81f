package io.beanpole.worker.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a program says, in a thread of its own that ends with the program. */
final class LineReader {
    private static final Logger LOG = LoggerFactory.getLogger(LineReader.class);

    private final Thread thread;

    private LineReader(Thread thread) {
        this.thread = thread;
    }

    static LineReader start(InputStream from, Consumer<String> lines) {
        Thread thread = new Thread(() -> read(from, lines), "program output");
        thread.setDaemon(true);
        thread.start();
        return new LineReader(thread);
    }

    private static void read(InputStream from, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            LOG.debug("The output of a program that was killed ended early: {}", e.getMessage());
        }
    }

    void await(Duration time) throws InterruptedException {
        thread.join(time.toMillis());
    }
}
