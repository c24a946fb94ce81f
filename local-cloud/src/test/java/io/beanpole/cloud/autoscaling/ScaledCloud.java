package io.beanpole.cloud.autoscaling;

import com.sun.net.httpserver.HttpExchange;
import io.beanpole.cloud.Pace;
import io.beanpole.cloud.SettableClock;
import io.beanpole.cloud.cloudwatch.CloudWatch;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.endpoint.Endpoint;
import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsServices;
import io.beanpole.cloud.wire.WireRequest;
import io.beanpole.cloud.wire.WireResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Auto Scaling and CloudWatch behind a real endpoint, called by the real SDK, at a time that the test sets; the group
 * {@value #LANE} has machines without processes.
 */
final class ScaledCloud implements AutoCloseable {
    static final String LANE = "lane";
    static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(60);

    private static final AccessKey KEY = new AccessKey("LOCALKEY", "local-secret");
    private static final Duration LOOKS = Duration.ofMillis(50);

    final SettableClock clock = new SettableClock(BEGIN);
    final Machines machines = new Machines();
    final List<Message> messages = new CopyOnWriteArrayList<>();
    final AutoScalingApi scaling;
    final AutoScalingClient client;
    final CloudWatch watch;
    final CloudWatchClient cloudWatch;
    private final Endpoint endpoint;

    /** What a topic or queue heard. */
    record Message(String target, String subject, JsonNode body) {}

    ScaledCloud(Path directory, GroupBounds bounds) {
        watch = new CloudWatch(directory, INTERVAL, "eu-central-2", "000000000000", clock);
        Location location = new Location("eu-central-2", "000000000000");
        scaling = new AutoScalingApi(directory, location, watch, LOOKS, clock)
                .tells(watch::alarmsThatRun)
                .paces(new Pace(2))
                .notifies((target, subject, body) -> messages.add(
                        new Message(target, subject, JsonMapper.shared().readTree(body))));
        watch.runs(scaling.alarmAction());
        endpoint = Endpoint.bind("endpoint", 0, "--port");
        AwsServices services = new AwsServices(KEY, List.of(scaling.service(), watch.service()));
        endpoint.start(exchange -> answer(exchange, services));
        client = client(AutoScalingClient.builder());
        cloudWatch = client(CloudWatchClient.builder());
        scaling.keepsAlarmsIn(cloudWatch);
        scaling.groups().create(LANE, bounds, Map.of("Name", LANE));
        scaling.groups().open(LANE, machines);
    }

    /** All that were launched and not ended yet do what they should: they come up. */
    void comeUp() {
        instances().stream()
                .map(Instance::instanceId)
                .forEach(id -> scaling.groups().inService(LANE, id));
    }

    AutoScalingGroup group() {
        return client.describeAutoScalingGroups(request -> request.autoScalingGroupNames(LANE))
                .autoScalingGroups()
                .get(0);
    }

    List<Instance> instances() {
        return group().instances();
    }

    String state(String id) {
        return instances().stream()
                .filter(each -> each.instanceId().equals(id))
                .map(Instance::lifecycleStateAsString)
                .findFirst()
                .orElse("gone");
    }

    List<Activity> activities() {
        return client.describeScalingActivities(request -> request.autoScalingGroupName(LANE))
                .activities();
    }

    /** Lets a minute pass; CloudWatch looks at its alarms. */
    void tick() {
        clock.advance(INTERVAL);
        watch.tick(clock.instant());
    }

    /** What {@code /_beanpole/policies} tells. */
    String decisions() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri().resolve("/_beanpole/policies"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    URI uri() {
        return endpoint.uri();
    }

    private void answer(HttpExchange exchange, AwsServices services) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().startsWith("/_beanpole/spot/interrupt")) {
                scaling.interruptions().handle(exchange);
                return;
            }
            if (exchange.getRequestURI().getPath().equals("/_beanpole/policies")) {
                scaling.decisions().handle(exchange);
                return;
            }
            if (exchange.getRequestURI().getPath().equals("/_beanpole/spot/shortage")) {
                scaling.shortage().handle(exchange);
                return;
            }
            WireResponse response = services.answer(new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            Answers.bytes(exchange, response.status(), response.body());
        }
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint.uri())
                .region(Region.of("eu-central-2"))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY.id(), KEY.secret())))
                .build();
    }

    @Override
    public void close() {
        client.close();
        cloudWatch.close();
        endpoint.close();
        scaling.close();
        watch.close();
    }
}
