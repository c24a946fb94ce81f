package io.beanpole.worker.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import software.amazon.awssdk.imds.Ec2MetadataClient;

/** What the real client makes of the answers of IMDSv2. */
class OwnInstanceTest {
    private final Map<String, String> metadata = new ConcurrentHashMap<>(Map.of("instance-id", "i-1"));
    private HttpServer server;
    private Ec2MetadataClient client;
    private OwnInstance instance;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/latest/api/token", exchange -> answer(exchange, 200, "token"));
        server.createContext("/latest/meta-data/", exchange -> {
            String told = metadata.get(exchange.getRequestURI().getPath().substring("/latest/meta-data/".length()));
            answer(exchange, told == null ? 404 : 200, told == null ? "Not Found" : told);
        });
        server.start();
        client = Ec2MetadataClient.builder()
                .endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .build();
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("client", client));
        instance = new OwnInstance(beans.getBeanProvider(Ec2MetadataClient.class));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("x-aws-ec2-metadata-token-ttl-seconds", "21600");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void itsIdIsWhatTheMetadataSay() {
        assertThat(instance.id()).isEqualTo("i-1");
    }

    @Test
    void whatIsNotThereIsEmptyAndWhatComesLaterIsTold() {
        assertThat(instance.told("spot/instance-action")).isEmpty();

        metadata.put("spot/instance-action", "{\"action\":\"terminate\"}");

        assertThat(instance.told("spot/instance-action")).contains("{\"action\":\"terminate\"}");
    }
}
