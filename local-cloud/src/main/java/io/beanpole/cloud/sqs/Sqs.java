package io.beanpole.cloud.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queues: ElasticMQ on a loopback port of its own, with queue URLs that lead through the one endpoint. */
public final class Sqs implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI uri;
    private final String account;
    private final URI endpoint;
    private final Function0<?> stop;

    private Sqs(URI uri, URI endpoint, String account, Function0<?> stop) {
        this.uri = uri;
        this.endpoint = endpoint;
        this.account = account;
        this.stop = stop;
    }

    /** Starts ElasticMQ over the queues in {@code directory} and returns when all of them are back. */
    public static Sqs start(Path directory, URI endpoint, String region, String account) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new CloudException("The directory of the queues, " + directory + ", could not be made: " + e, e);
        }
        String database = "jdbc:h2:" + directory.resolve("queues").toAbsolutePath();
        int expected = queuesIn(directory, database);
        int port = freePort();
        Map<String, Object> settings = new HashMap<>();
        settings.put("node-address.protocol", "http");
        settings.put("node-address.host", endpoint.getHost());
        settings.put("node-address.port", endpoint.getPort());
        settings.put("rest-sqs.bind-hostname", "127.0.0.1");
        settings.put("rest-sqs.bind-port", port);
        settings.put("rest-sqs.sqs-limits", "strict");
        settings.put("aws.region", region);
        settings.put("aws.accountId", account);
        settings.put("messages-storage.enabled", true);
        settings.put("messages-storage.uri", database);
        settings.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
        settings.put("pekko.http.server.idle-timeout", "75s");
        Config config = ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
        Function0<?> stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
        Sqs sqs = new Sqs(URI.create("http://127.0.0.1:" + port), endpoint, account, stop);
        sqs.awaitQueues(expected);
        return sqs;
    }

    /** ElasticMQ restores its queues in the background, so we count beforehand how many must come back. */
    private static int queuesIn(Path directory, String database) {
        if (!Files.exists(directory.resolve("queues.mv.db"))) {
            return 0;
        }
        try (Connection connection = DriverManager.getConnection(database, "", "");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM queue")) {
            return count.next() ? count.getInt(1) : 0;
        } catch (SQLException e) {
            throw new CloudException(
                    "The stored queues in " + directory + " could not be read: " + e.getMessage()
                            + " Move the directory away to start without them.",
                    e);
        }
    }

    private void awaitQueues(int expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (call("ListQueues", Map.of()).path("QueueUrls").size() < expected) {
            if (System.nanoTime() > deadline) {
                throw new CloudException("The " + expected + " stored queues were not all back after "
                        + PATIENCE.toSeconds() + " s. Start again, or move the directory sqs away to lose them.");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    /** Where ElasticMQ itself listens; for the endpoint only. */
    public URI uri() {
        return uri;
    }

    /** The URL that clients use for the queue of this name. */
    public String queueUrl(String name) {
        return endpoint + "/" + account + "/" + name;
    }

    /** Puts a message on the queue with this ARN, with string attributes. */
    public void send(String queueArn, String body, Map<String, Map<String, String>> attributes) {
        String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
        call(
                "SendMessage",
                Map.of("QueueUrl", queueUrl(name), "MessageBody", body, "MessageAttributes", attributes));
    }

    private JsonNode call(String action, Map<String, ?> arguments) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(arguments)))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new CloudException(
                        "SQS refused " + action + ": " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new CloudException("SQS did not answer " + action + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException("Stopped while SQS answered " + action + ".", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CloudException("No free port for the queues: " + e, e);
        }
    }

    @Override
    public void close() {
        stop.apply();
    }
}
