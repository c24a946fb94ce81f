package io.beanpole.cloud.logs;

import com.sun.net.httpserver.HttpExchange;
import io.beanpole.cloud.SettableClock;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.endpoint.Endpoint;
import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsServices;
import io.beanpole.cloud.wire.WireRequest;
import io.beanpole.cloud.wire.WireResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** CloudWatch Logs behind a real endpoint, called by the real SDK, at a time that the test sets. */
final class LogsCloud implements AutoCloseable {
    private static final AccessKey KEY = new AccessKey("LOCALKEY", "local-secret");

    final SettableClock clock = new SettableClock();
    final LogsApi service;
    final CloudWatchLogsClient client;
    private final Endpoint endpoint;

    LogsCloud(Path directory) {
        service = new LogsApi(directory, "eu-central-2", "000000000000", clock);
        endpoint = Endpoint.bind("endpoint", 0, "--port");
        AwsServices services = new AwsServices(KEY, List.of(service.service()));
        endpoint.start(exchange -> answer(exchange, services));
        client = CloudWatchLogsClient.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.of("eu-central-2"))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY.id(), KEY.secret())))
                .build();
    }

    private static void answer(HttpExchange exchange, AwsServices services) throws IOException {
        try (exchange) {
            WireResponse response = services.answer(new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            Answers.bytes(exchange, response.status(), response.body());
        }
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
    }
}
