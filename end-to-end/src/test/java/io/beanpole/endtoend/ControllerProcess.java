package io.beanpole.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The controller as a process, steered by a test in sqsd's place. */
final class ControllerProcess implements AutoCloseable {
    private final Process process;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private ControllerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it answers. */
    static ControllerProcess start(Path root, Path log, Map<String, String> variables) throws IOException {
        int port = FreePort.next();
        Path target = root.resolve("controller-app/target");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        target.resolve("classes") + ":" + target.resolve("libs") + "/*",
                        "io.beanpole.controller.ControllerApp")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().putAll(environment);
        ControllerProcess started = new ControllerProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
        try {
            await().atMost(Duration.ofSeconds(40))
                    .ignoreExceptions()
                    .until(() -> started.send("GET", "/health").statusCode() == 200);
        } catch (RuntimeException e) {
            started.close(); // the process must not outlive the tests
            throw e;
        }
        return started;
    }

    /** One turn; gives what the controller says of it. */
    String steer() {
        HttpResponse<String> answer = send("POST", "/steer");
        if (answer.statusCode() != 200) {
            throw new EndToEndException("/steer answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new EndToEndException(method + " " + path + " of the controller failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while waiting for the controller", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
