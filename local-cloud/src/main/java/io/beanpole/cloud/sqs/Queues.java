package io.beanpole.cloud.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.FreePort;
import java.net.URI;
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
import java.util.concurrent.locks.LockSupport;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues: an ElasticMQ that stands behind the endpoint and keeps its messages in a directory. */
public final class Queues implements AutoCloseable {
    private static final String USER = "sa";
    private static final Duration RESTORES_WITHIN = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final URI address;
    private final String region;
    private final Function0<?> stop;

    private Queues(URI address, String region, Function0<?> stop) {
        this.address = address;
        this.region = region;
        this.stop = stop;
    }

    /**
     * Starts the queues; returns when they answer and what they kept is there again.
     *
     * @param directory where messages are kept
     * @param endpoint what clients call; queue URLs begin with it
     */
    public static Queues start(Path directory, URI endpoint, String region, String account) {
        int port = FreePort.next(); // ElasticMQ tells the port that it took to its log only
        String storage = "jdbc:h2:file:" + directory.resolve("queues").toAbsolutePath();
        Map<String, Object> settings = new HashMap<>();
        settings.put("node-address.protocol", endpoint.getScheme());
        settings.put("node-address.host", endpoint.getHost());
        settings.put("node-address.port", endpoint.getPort());
        settings.put("rest-sqs.bind-hostname", "127.0.0.1");
        settings.put("rest-sqs.bind-port", port);
        settings.put("aws.region", region);
        settings.put("aws.accountId", account);
        settings.put("messages-storage.enabled", true);
        settings.put("messages-storage.uri", storage);
        settings.put("messages-storage.username", USER);
        settings.put("pekko.log-dead-letters-during-shutdown", false);
        settings.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", false);
        Config config = ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
        int kept = kept(directory, storage);
        Function0<?> stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
        Queues queues = new Queues(URI.create("http://127.0.0.1:" + port), region, stop);
        queues.awaitRestored(kept);
        return queues;
    }

    /** ElasticMQ answers before it has read back what it kept; a client that looked then would see no queue. */
    private void awaitRestored(int kept) {
        try (SqsClient sqs = SqsClient.builder()
                .endpointOverride(address)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("queues", "queues")))
                .build()) {
            long until = System.nanoTime() + RESTORES_WITHIN.toNanos();
            while (sqs.listQueues().queueUrls().size() < kept) {
                if (System.nanoTime() > until) {
                    throw new CloudException(
                            "The queues did not come back within " + RESTORES_WITHIN.toSeconds() + " s. Start again.");
                }
                LockSupport.parkNanos(GLANCE.toNanos());
            }
        }
    }

    /** Counted before ElasticMQ starts: a fresh directory has no table yet, and it makes one when it pleases. */
    private static int kept(Path directory, String storage) {
        if (!Files.exists(directory.resolve("queues.mv.db"))) {
            return 0;
        }
        try (Connection connection = DriverManager.getConnection(storage, USER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from queue")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new CloudException("Tried to read which queues were kept: " + e.getMessage(), e);
        }
    }

    /** Where the endpoint reaches them. */
    public URI address() {
        return address;
    }

    String region() {
        return region;
    }

    @Override
    public void close() {
        stop.apply();
    }
}
