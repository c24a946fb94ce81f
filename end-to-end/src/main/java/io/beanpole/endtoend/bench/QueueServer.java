package io.beanpole.endtoend.bench;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CountDownLatch;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;

/** ElasticMQ as a process of its own, so that its work is not counted as a daemon's. */
final class QueueServer {
    private QueueServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        String port = arguments[0];
        String settings = "rest-sqs.bind-port=" + port + "\nrest-sqs.bind-hostname=127.0.0.1\n"
                + "node-address.host=127.0.0.1\nnode-address.port=" + port + "\nrest-stats.enabled=false";
        new ElasticMQServer(new ElasticMQServerConfig(
                        ConfigFactory.parseString(settings).withFallback(ConfigFactory.load())))
                .start();
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
