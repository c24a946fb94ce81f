package io.beanpole.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another implementation of AWS's protocols, moto, in a process of its own. */
final class MotoServer implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final URI endpoint;

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Whether this machine has it; says that the test is skipped if not. */
    static boolean isThere(Class<?> test) {
        boolean there = Command.of("sh", "-c", "command -v moto_server").run().exit() == 0;
        if (!there) {
            System.out.println(
                    "SKIPPED: " + test.getSimpleName() + ", because there is no moto_server on this machine.");
        }
        return there;
    }

    /** Starts it on a free port; what it says goes into a file. */
    static MotoServer start(Path log) throws IOException {
        int port = FreePort.next();
        Process process = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        MotoServer server = new MotoServer(process, URI.create("http://127.0.0.1:" + port));
        await().atMost(STARTS_WITHIN).pollInterval(Duration.ofMillis(200)).until(server::answers);
        return server;
    }

    private boolean answers() throws IOException, InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(endpoint.resolve("/moto-api/"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** What the {@code aws} command reads from its environment. */
    Map<String, String> exports() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_REGION", MotoIT.REGION,
                "AWS_DEFAULT_REGION", MotoIT.REGION,
                "AWS_ACCESS_KEY_ID", MotoIT.KEY,
                "AWS_SECRET_ACCESS_KEY", MotoIT.KEY);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
