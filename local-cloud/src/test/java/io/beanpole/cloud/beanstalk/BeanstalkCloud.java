package io.beanpole.cloud.beanstalk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.Behaviour;
import io.beanpole.cloud.Pace;
import io.beanpole.cloud.autoscaling.AutoScalingApi;
import io.beanpole.cloud.autoscaling.Location;
import io.beanpole.cloud.cloudwatch.CloudWatch;
import io.beanpole.cloud.ecr.EcrApi;
import io.beanpole.cloud.instance.ContainerRuntime;
import io.beanpole.cloud.instance.ContainerRuntimes;
import io.beanpole.cloud.instance.EcrLogin;
import io.beanpole.cloud.instance.RegistryLogin;
import io.beanpole.cloud.s3.Objects;
import io.beanpole.cloud.sns.SnsApi;
import io.beanpole.cloud.sqsd.periodic.LeaderTables;
import io.beanpole.cloud.stack.ResourceClients;
import io.beanpole.cloud.stack.Stacks;
import io.beanpole.cloud.timeline.Timelines;
import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsServices;
import io.beanpole.cloud.wire.RequestIds;
import io.beanpole.cloud.wire.WireRequest;
import io.beanpole.cloud.wire.WireResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Elastic Beanstalk with the real queues, objects and registry behind it, called by the real SDK. */
final class BeanstalkCloud implements AutoCloseable {
    /** AWS's three minutes of health checks take two seconds. */
    private static final double PACE = 90;

    private static final String ACCOUNT = "000000000000";
    private static final AccessKey KEY = new AccessKey("LOCALKEY", "local-secret");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Objects objects;
    private final ContainerRuntime runtime;
    private final ElasticBeanstalk service;
    private final RegistryLogin login;
    private final AutoScalingApi scaling;
    private final Timelines timelines;
    private final CloudWatch metricsAndAlarms;
    private final SnsApi topics;

    /** The newest value of each metric that a group published. */
    final Map<String, Double> metrics = new ConcurrentHashMap<>();

    final CloudWatchClient cloudWatch;
    final AutoScalingClient autoScaling;
    final SnsClient sns;
    final S3Client s3;
    final EcrClient ecr;
    final ElasticBeanstalkClient beanstalk;

    /** Queues and registry live longer than this cloud, so that addresses stay over its restart. */
    BeanstalkCloud(Path directory, SqsClient sqs, EcrApi ecrApi) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        objects = Objects.start(directory.resolve("s3"), KEY);
        s3 = client(S3Client.builder().forcePathStyle(true), objects.address());
        ecr = client(EcrClient.builder(), endpoint);
        beanstalk = client(ElasticBeanstalkClient.builder(), endpoint);
        EcrLogin ecrLogin = new EcrLogin(ecr);
        runtime = new ContainerRuntimes(directory.resolve("runtime"), ecrLogin, news -> {}).named("host");
        scaling = new AutoScalingApi(
                directory.resolve("autoscaling"),
                new Location("us-east-1", ACCOUNT),
                (metric, at, value, unit) -> metrics.put(metric.name(), value),
                Duration.ofMillis(200),
                Clock.systemUTC());
        metricsAndAlarms = new CloudWatch(
                        directory.resolve("cloudwatch"), Duration.ofSeconds(1), "us-east-1", ACCOUNT, Clock.systemUTC())
                .runs(scaling.alarmAction());
        scaling.tells(metricsAndAlarms::alarmsThatRun).paces(new Pace(PACE));
        topics = new SnsApi(directory.resolve("sns"), sqs, endpoint, "us-east-1", ACCOUNT);
        sns = client(SnsClient.builder(), endpoint);
        autoScaling = client(AutoScalingClient.builder(), endpoint);
        cloudWatch = client(CloudWatchClient.builder(), endpoint);
        timelines = new Timelines(directory.resolve("timelines"));
        service = new ElasticBeanstalk(new Platform(
                directory.resolve("beanstalk"),
                endpoint,
                "us-east-1",
                ACCOUNT,
                KEY.id(),
                KEY.secret(),
                0,
                runtime,
                sqs,
                s3,
                scaling.groups(),
                stacks(directory, sqs),
                timelines,
                new LeaderTables(directory.resolve("cron")),
                RequestIds::current,
                Behaviour.AS_ON_AWS.withPace(new Pace(PACE)),
                Clock.systemUTC()));
        AwsServices services = new AwsServices(
                KEY,
                List.of(
                        service.service(),
                        scaling.service(),
                        metricsAndAlarms.service(),
                        ecrApi.service(),
                        topics.service()));
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, services));
        server.createContext("/_beanpole/logs/", service.logs());
        server.createContext("/_beanpole/spot/interrupt", scaling.interruptions());
        server.start();
        login = ecrLogin.get();
        service.resume();
        metricsAndAlarms.start();
    }

    private Stacks stacks(Path directory, SqsClient sqs) {
        return new Stacks(
                directory.resolve("beanstalk"),
                "us-east-1",
                ACCOUNT,
                new ResourceClients(sqs, sns, cloudWatch, autoScaling).handlers("us-east-1", ACCOUNT));
    }

    RegistryLogin login() {
        return login;
    }

    ElasticBeanstalk service() {
        return service;
    }

    AutoScalingApi scaling() {
        return scaling;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        service.close();
        timelines.close();
        metricsAndAlarms.close();
        topics.close();
        scaling.close();
        runtime.close();
        List.of(s3, ecr, beanstalk, autoScaling, cloudWatch, sns).forEach(each -> each.close());
        server.stop(0);
        threads.shutdownNow();
        objects.close();
    }

    private static void answer(HttpExchange exchange, AwsServices services) throws IOException {
        try (exchange) {
            WireResponse response = services.answer(new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY.id(), KEY.secret())))
                .build();
    }
}
