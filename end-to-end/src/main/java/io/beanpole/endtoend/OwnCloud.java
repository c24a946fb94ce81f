package io.beanpole.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A local cloud in a process of its own, with nothing in it, as {@code up} starts it. */
public final class OwnCloud implements AutoCloseable {
    private static final long ENDS_WITHIN = 40;

    private final Process process;
    private final Duration ready;
    private final JsonNode address;

    private OwnCloud(Process process, Duration ready, JsonNode address) {
        this.process = process;
        this.ready = ready;
        this.address = address;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param root the repository, built
     * @param data where it keeps its state
     */
    public static OwnCloud start(Path root, Path data, List<String> options) throws IOException {
        Path target = root.resolve("local-cloud/target");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root.resolve("local-cloud/jvm.options"),
                "-cp",
                target.resolve("classes") + ":" + target.resolve("libs") + "/*",
                "io.beanpole.cloud.LocalCloud",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--registry-port",
                "0",
                "--web-port",
                "0",
                "--runtime",
                "host"));
        line.addAll(options);
        long from = System.nanoTime();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        awaitReady(process);
        Duration ready = Duration.ofNanos(System.nanoTime() - from);
        return new OwnCloud(
                process, ready, JsonMapper.shared().readTree(Files.readString(data.resolve("local-cloud.json"))));
    }

    /** Reads on afterwards, so that the process never waits for a reader. */
    private static void awaitReady(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Ready at")) {
                Thread reader = new Thread(() -> readOn(lines), "local-cloud-output");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new EndToEndException("The local cloud ended before it was ready:\n" + said);
    }

    private static void readOn(BufferedReader lines) {
        try (lines) {
            while (lines.readLine() != null) {
                continue;
            }
        } catch (IOException processEnded) {
            // Its end closes the stream under the reader.
        }
    }

    /** From the start of the process to its line that it is ready. */
    public Duration ready() {
        return ready;
    }

    /** What the process holds in memory, without its children and the database's processes. */
    public long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Of all services. */
    public URI endpoint() {
        return URI.create(address.get("endpoint").asString());
    }

    /** A client of the SDK that talks to this cloud. */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint())
                .region(Region.of(address.get("region").asString()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        address.get("accessKeyId").asString(),
                        address.get("secretAccessKey").asString())))
                .build();
    }

    /** What the {@code aws} command reads from its environment. */
    public Map<String, String> exports() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint().toString(),
                "AWS_REGION", address.get("region").asString(),
                "AWS_DEFAULT_REGION", address.get("region").asString(),
                "AWS_ACCESS_KEY_ID", address.get("accessKeyId").asString(),
                "AWS_SECRET_ACCESS_KEY", address.get("secretAccessKey").asString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
