package io.beanpole.worker;

import io.beanpole.task.message.TaskMessage;
import io.beanpole.task.message.TaskMessages;
import io.beanpole.worker.notice.Notices;
import io.beanpole.worker.run.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

/** The whole worker on a port of its own, with the real database and bucket; it is talked to as sqsd does. */
public final class TestWorker implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final Path directory;

    /** Notices that are heard by the test. */
    @Configuration(proxyBeanMethods = false)
    static class HeardNotices {
        @Bean
        @Primary
        Notices heard() {
            return new FakeNotices();
        }
    }

    private TestWorker(ConfigurableApplicationContext context, Path directory) {
        this.context = context;
        this.directory = directory;
    }

    /** Starts a worker with settings beside the usual ones, as {@code key=value}. */
    public static TestWorker start(String... settings) {
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", TestBucket.KEY);
        System.setProperty("aws.secretAccessKey", TestBucket.SECRET);
        Path directory = temporary();
        Map<String, Object> all = new HashMap<>(Map.of(
                "server.port", "0",
                "worker.bucket", TestBucket.NAME,
                "worker.endpoint", TestBucket.endpoint().toString(),
                "worker.work-directory", directory.toString(),
                "worker.max-receives", "3",
                "worker.renewal", "200ms",
                "worker.database.hostname", "127.0.0.1",
                "worker.database.port", TestDatabase.port(),
                "worker.database.name", "postgres",
                "worker.database.username", "postgres"));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        String[] arguments = all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new TestWorker(
                new SpringApplicationBuilder(WorkerApp.class, HeardNotices.class).run(arguments), directory);
    }

    public FakeNotices notices() {
        return (FakeNotices) context.getBean(Notices.class);
    }

    /** Has it go away, as when EC2 takes its instance. */
    public void leave(Duration left) {
        context.getBean(Workload.class).leave(left);
    }

    /** Delivers the message of a task for the first time. */
    public HttpResponse<String> deliver(UUID task) {
        return deliver(task, 1);
    }

    public HttpResponse<String> deliver(UUID task, int receiveCount) {
        return deliverAsync(task, receiveCount).join();
    }

    public CompletableFuture<HttpResponse<String>> deliverAsync(UUID task, int receiveCount) {
        return HTTP.sendAsync(
                post(
                        "/",
                        TaskMessages.write(new TaskMessage(TaskMessage.VERSION, task, "any", "express", null)),
                        receiveCount),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String body) {
        return HTTP.sendAsync(post(path, body, 1), BodyHandlers.ofString()).join();
    }

    public HttpResponse<String> get(String path) {
        return HTTP.sendAsync(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString())
                .join();
    }

    private HttpRequest post(String path, String body, int receiveCount) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .header("User-Agent", "aws-sqsd/3.0.5")
                .header("X-Aws-Sqsd-Msgid", UUID.randomUUID().toString())
                .header("X-Aws-Sqsd-Queue", "express")
                .header("X-Aws-Sqsd-Receive-Count", Integer.toString(receiveCount))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private URI at(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** How many runs have a private directory now. */
    public long privateDirectories() {
        try (Stream<Path> all = Files.walk(directory, 2)) {
            return all.filter(path -> path.getNameCount() == directory.getNameCount() + 2 && Files.isDirectory(path))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many programs of the sandbox run now, of any worker in this JVM. */
    public static long programs() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info().command().orElse("").matches(".*/(ffmpeg|ffprobe|setpriv|prlimit|nice)"))
                .count();
    }

    /** Takes its work directory away. */
    public void removeItsDirectory() {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path temporary() {
        try {
            Path made = Files.createTempDirectory("beanpole-worker-test");
            made.toFile().deleteOnExit();
            made.resolve("gate").toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
