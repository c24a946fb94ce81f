package io.beanpole.cloud.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import io.beanpole.cloud.SettableClock;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.endpoint.Endpoint;
import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsServices;
import io.beanpole.cloud.wire.WireRequest;
import io.beanpole.cloud.wire.WireResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** CloudWatch behind a real endpoint, called by the real SDK, at a time that the test sets; it ticks when told to. */
final class WatchedCloud implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(10);
    static final AccessKey KEY = new AccessKey("LOCALKEY", "local-secret");

    final SettableClock clock;
    final CloudWatch service;
    final CloudWatchClient client;
    private final Endpoint endpoint;

    WatchedCloud(Path directory) {
        this(directory, BEGIN);
    }

    WatchedCloud(Path directory, Instant begin) {
        clock = new SettableClock(begin);
        service = new CloudWatch(directory, INTERVAL, "eu-central-2", "000000000000", clock);
        endpoint = Endpoint.bind("endpoint", 0, "--port");
        AwsServices services = new AwsServices(KEY, List.of(service.service()));
        endpoint.start(exchange -> answer(exchange, services));
        client = CloudWatchClient.builder()
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

    URI uri() {
        return endpoint.uri();
    }

    Instant now() {
        return clock.instant();
    }

    /** Puts a value of the metric Work/Depth that belongs to the interval that is running. */
    void depth(double value) {
        client.putMetricData(put -> put.namespace("Work")
                .metricData(datum -> datum.metricName("Depth").timestamp(now()).value(value)));
    }

    /** Lets an interval pass and ticks. */
    void tick() {
        clock.advance(INTERVAL);
        service.tick(now());
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
        service.close();
    }
}
