package io.beanpole.cloud.sqsd;

import com.typesafe.config.ConfigFactory;
import io.beanpole.cloud.FreePort;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A real ElasticMQ on a free port, and a client for it. */
public final class RealQueue implements AutoCloseable {
    private static final long STOPS_WITHIN_MILLIS = 2_000;

    private final Function0<?> stop;
    public final SqsClient sqs;

    public RealQueue() throws IOException {
        int port = FreePort.next();
        stop = new ElasticMQServer(new ElasticMQServerConfig(ConfigFactory.parseString("rest-sqs.bind-port=" + port
                                + "\nrest-sqs.bind-hostname=127.0.0.1\nnode-address.host=127.0.0.1\nnode-address.port="
                                + port + "\nrest-stats.enabled=false")
                        .withFallback(ConfigFactory.load())))
                .start();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    String create(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
    }

    int count(String url, QueueAttributeName name) {
        return Integer.parseInt(
                sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes()
                        .get(name));
    }

    /** The server waits 20 s for the end of every long poll, of aborted ones, too; nobody waits here that long for it. */
    @Override
    public void close() {
        sqs.close();
        Thread stopping = new Thread(stop::apply, "stop of ElasticMQ");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(STOPS_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
