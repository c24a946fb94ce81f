package io.beanpole.cloud.beanstalk.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.logs.LogSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStreamingTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LINGER = Duration.ofMillis(200);

    @TempDir
    private Path directory;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final OneEnvironment environment = new OneEnvironment();
    private final LogStreaming streaming = new LogStreaming(environment, new PickySink(), LOOK, LINGER);

    /** An environment with one instance that can be told to stream or not. */
    private final class OneEnvironment implements LoggedEnvironments {
        private final AtomicInteger looks = new AtomicInteger();
        private volatile boolean isOn;

        @Override
        public LoggedEnvironment of(@Nullable String name, @Nullable String id) {
            return all().get(0);
        }

        @Override
        public List<LoggedEnvironment> all() {
            looks.incrementAndGet();
            return List.of(new LoggedEnvironment(
                    "e-1",
                    "lane",
                    List.of(new LoggedInstance("i-1", directory)),
                    Map.of("aws:elasticbeanstalk:cloudwatch:logs", Map.of("StreamLogs", String.valueOf(isOn)))));
        }

        @Override
        public void tell(LoggedEnvironment told, boolean isWarning, String message, String requestId) {}
    }

    /** Takes all logs but one. */
    private final class PickySink implements LogSink {
        @Override
        public void put(String group, String stream, List<String> lines) {
            if (group.contains("bad")) {
                throw new IllegalStateException("not this one");
            }
            sent.addAll(lines);
        }

        @Override
        public void keep(String group, int days) {}

        @Override
        public void delete(String group) {}
    }

    @AfterEach
    void close() {
        streaming.close();
    }

    private void write(String file, String line) throws IOException {
        Files.writeString(directory.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void aLogThatFailsLeavesTheOthersAsTheyAre() throws IOException {
        for (String file : List.of("a.log", "bad.log", "c.log", "d.log")) {
            write(file, "of " + file);
        }
        environment.isOn = true;

        await().untilAsserted(() -> assertThat(sent).contains("of a.log", "of c.log", "of d.log"));
    }

    @Test
    void nothingIsSentAgainWhenStreamingWasOffForAWhile() throws IOException {
        write("a.log", "first");
        environment.isOn = true;
        await().until(() -> sent.contains("first"));

        environment.isOn = false;
        int looks = environment.looks.get();
        await().atLeast(LINGER).pollDelay(LINGER.multipliedBy(2)).until(() -> environment.looks.get() > looks + 5);
        environment.isOn = true;
        write("a.log", "second");

        await().until(() -> sent.contains("second"));
        assertThat(sent).containsExactly("first", "second");
    }
}
