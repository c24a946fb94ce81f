package io.beanpole.cloud;

import io.beanpole.cloud.autoscaling.AutoScalingApi;
import io.beanpole.cloud.autoscaling.Location;
import io.beanpole.cloud.beanstalk.ElasticBeanstalk;
import io.beanpole.cloud.cloudwatch.CloudWatch;
import io.beanpole.cloud.database.Databases;
import io.beanpole.cloud.ec2.Ec2Api;
import io.beanpole.cloud.ecr.EcrApi;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.endpoint.Endpoint;
import io.beanpole.cloud.endpoint.ReverseProxy;
import io.beanpole.cloud.endpoint.Router;
import io.beanpole.cloud.handler.Handlers;
import io.beanpole.cloud.instance.AwsImages;
import io.beanpole.cloud.instance.ContainerRuntime;
import io.beanpole.cloud.instance.ContainerRuntimes;
import io.beanpole.cloud.logs.LogsApi;
import io.beanpole.cloud.sns.SnsApi;
import io.beanpole.cloud.sqs.PurgeLimit;
import io.beanpole.cloud.sqs.QueueMetrics;
import io.beanpole.cloud.sqs.QueueSleep;
import io.beanpole.cloud.sqs.QueueTraffic;
import io.beanpole.cloud.state.DataDirectory;
import io.beanpole.cloud.state.Secrets;
import io.beanpole.cloud.sts.StsApi;
import io.beanpole.cloud.timeline.ReceiveLimits;
import io.beanpole.cloud.timeline.Timelines;
import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.cloud.wire.AwsServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** AWS on this machine: starts every service, wires those that need each other, and stops them in order. */
public final class LocalCloud implements AutoCloseable {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(18);
    private static final Duration BEHIND_ANSWERS_WITHIN = Duration.ofMinutes(10);
    private static final String READY_FILE = "local-cloud.json";

    private final long begin = System.nanoTime();
    private final Started started = new Started();
    private final LocalCloudOptions options;
    private final Consumer<String> progress;
    private final CloudAddress address;
    private List<AwsService> services = List.of();

    private LocalCloud(LocalCloudOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        try {
            this.address = startAll();
        } catch (RuntimeException e) {
            started.stop(STOPS_WITHIN);
            throw e;
        }
    }

    /** Starts everything; returns when all of it answers. {@code progress} hears a line for each part. */
    public static LocalCloud start(LocalCloudOptions options, Consumer<String> progress) {
        ReverseProxy.prepareJvm();
        return new LocalCloud(options, progress);
    }

    private CloudAddress startAll() {
        DataDirectory data = started.add(DataDirectory.open(options.data(), options.ephemeral()));
        Secrets secrets = Secrets.of(data);
        Endpoint endpoint = started.add(Endpoint.bind("endpoint", options.port(), "--port"));
        requireFreeWebPort();
        URI uri = endpoint.uri();
        Servers servers = new ServerStart(started, this::said).all(data, uri, secrets, options.registryPort());
        SqsClient sqs = started.add(sqsClient(uri, secrets));
        SnsApi sns = started.add(new SnsApi(data.resolve("sns"), sqs, uri, CloudAddress.REGION, CloudAddress.ACCOUNT));
        QueueTraffic traffic = new QueueTraffic();
        QueueSleep sleep = new QueueSleep(options.behaviour().queueMetricSleep());
        Clock clock = Clock.systemUTC();
        QueueMetrics depths = new QueueMetrics(servers.queues(), traffic, clock, sleep);
        CloudWatch cloudWatch = cloudWatch(data, depths).notifies(sns::publish);
        Timelines timelines = started.add(new Timelines(data.resolve("timelines"), receiveLimits(servers, secrets)));
        BeanstalkParts beanstalkParts = new BeanstalkParts(servers.behind(uri), traffic, secrets, timelines, started);
        Handlers handlers = started.add(beanstalkParts.handlers(data, options.behaviour()));
        ContainerRuntime runtime = runtime(data, beanstalkParts);
        AutoScalingApi scaling = started.add(autoScaling(data, cloudWatch));
        cloudWatch.runs(scaling.alarmAction());
        scaling.keepsAlarmsIn(beanstalkParts.cloudWatch()).notifies(new GroupMessages(sns, sqs));
        ElasticBeanstalk beanstalk = started.add(beanstalkParts.beanstalk(data, options, runtime, scaling.groups()));
        beanstalk.publish(cloudWatch, options.behaviour().metricInterval());
        StsApi sts = new StsApi(CloudAddress.ACCOUNT, key(secrets));
        Wired wired = new Wired(sts, sns, servers.ecr(), beanstalk, scaling, cloudWatch, logs(data, beanstalk));
        Router router = router(servers, services(key(secrets), wired))
                .onQueueCalls(traffic::answered)
                .limitsQueueCalls(new PurgeLimit(clock));
        CloudAddress ready = address(uri, secrets, runtime, servers);
        wired.serve(router, ready);
        endpoint.start(router.on("/_beanpole/databases", databases(servers, ready))
                .on("/_beanpole/messages", timelines.api())
                .on("/_beanpole/handlers", handlers)
                .on("/_beanpole/queues/sleep", new QueueSleepLever(sleep, clock)));
        beanstalk.resume();
        cloudWatch.start();
        started.add(readyFile(data, ready));
        said("Ready at " + uri);
        return ready;
    }

    private static CloudAddress address(URI uri, Secrets secrets, ContainerRuntime runtime, Servers servers) {
        return CloudAddress.of(uri, secrets, runtime.name(), servers.database().address());
    }

    private static Databases databases(Servers servers, CloudAddress ready) {
        return new Databases(servers.database(), ready.accessKeyId(), ready.secretAccessKey());
    }

    /** The services of the wire layer, and what they tell beside AWS's protocols. */
    private record Wired(
            StsApi sts,
            SnsApi sns,
            EcrApi ecr,
            ElasticBeanstalk beanstalk,
            AutoScalingApi scaling,
            CloudWatch cloudWatch,
            LogsApi logs) {
        List<AwsService> services() {
            return List.of(
                    sns.service(),
                    ecr.service(),
                    beanstalk.service(),
                    scaling.service(),
                    cloudWatch.service(),
                    logs.service(),
                    new Ec2Api(CloudAddress.ACCOUNT, scaling::instances).service(),
                    sts.service());
        }

        void serve(Router router, CloudAddress ready) {
            router.on("/_beanpole/logs/", beanstalk.logs())
                    .on("/_beanpole/alarms", cloudWatch.decisions())
                    .on("/_beanpole/policies", scaling.decisions())
                    .on("/_beanpole/spot/interrupt", scaling.interruptions())
                    .on("/_beanpole/spot/shortage", scaling.shortage())
                    .on("/_beanpole/status", exchange -> {
                        Map<String, Object> status = ready.withoutSecrets();
                        status.put("environments", beanstalk.summary());
                        status.put("groups", scaling.summary());
                        status.put("requests", router.requests());
                        Answers.json(exchange, 200, status);
                    });
        }
    }

    private static LogsApi logs(DataDirectory data, ElasticBeanstalk beanstalk) {
        LogsApi logs = new LogsApi(data.resolve("logs"), CloudAddress.REGION, CloudAddress.ACCOUNT, Clock.systemUTC());
        beanstalk.stream(logs.sink());
        return logs;
    }

    /** The groups publish their metrics as often as alarms look at them. */
    private AutoScalingApi autoScaling(DataDirectory data, CloudWatch metrics) {
        Location location = new Location(CloudAddress.REGION, CloudAddress.ACCOUNT);
        return new AutoScalingApi(
                        data.resolve("autoscaling"),
                        location,
                        metrics,
                        options.behaviour().metricInterval(),
                        Clock.systemUTC())
                .tells(metrics::alarmsThatRun)
                .paces(options.behaviour().pace());
    }

    private CloudWatch cloudWatch(DataDirectory data, QueueMetrics metrics) {
        started.add(metrics);
        CloudWatch cloudWatch = new CloudWatch(
                data.resolve("cloudwatch"),
                options.behaviour().metricInterval(),
                CloudAddress.REGION,
                CloudAddress.ACCOUNT,
                Clock.systemUTC());
        return started.add(cloudWatch).measures(metrics);
    }

    private static Router router(Servers servers, AwsServices services) {
        return new Router(
                services,
                new ReverseProxy(BEHIND_ANSWERS_WITHIN),
                servers.queues().address(),
                servers.objects().address());
    }

    private AwsServices services(AccessKey key, Wired wired) {
        services = wired.services();
        return new AwsServices(key, services);
    }

    private static AccessKey key(Secrets secrets) {
        return new AccessKey(secrets.accessKeyId(), secrets.secretAccessKey());
    }

    /** Taken only for a look: the load balancer of the first web environment opens it later. */
    private void requireFreeWebPort() {
        if (options.webPort() == 0) {
            return;
        }
        try (ServerSocket look = new ServerSocket(options.webPort(), 1, InetAddress.getLoopbackAddress())) {
            look.setSoTimeout(1);
        } catch (IOException e) {
            throw new CloudException(
                    "Port " + options.webPort()
                            + " of 127.0.0.1 is in use by another program. Stop it, or choose another"
                            + " port with --web-port.",
                    e);
        }
    }

    private ContainerRuntime runtime(DataDirectory data, BeanstalkParts parts) {
        ContainerRuntimes choice = new ContainerRuntimes(data.resolve("runtime"), parts.login(), this::said);
        ContainerRuntime runtime = started.add(new AwsImages(choice.named(options.runtime()), parts.login()));
        said("Instances run on " + runtime.name());
        return runtime;
    }

    /** Asked behind the endpoint, so that its count of requests is that of the applications. */
    private ReceiveLimits receiveLimits(Servers servers, Secrets secrets) {
        SqsClient behind = started.add(sqsClient(servers.queues().address(), secrets));
        return new ReceiveLimits(behind, Clock.systemUTC());
    }

    /** SNS reaches SQS as everyone does, through the endpoint. */
    private static SqsClient sqsClient(URI endpoint, Secrets secrets) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(CloudAddress.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(secrets.accessKeyId(), secrets.secretAccessKey())))
                .build();
    }

    private static AutoCloseable readyFile(DataDirectory data, CloudAddress ready) {
        new StateFile<>(data.resolve(READY_FILE), CloudAddress.class).write(ready);
        return () -> Files.deleteIfExists(data.resolve(READY_FILE));
    }

    private void said(String line) {
        progress.accept(String.format("[%5.1f s] %s", (System.nanoTime() - begin) / 1e9, line));
    }

    public CloudAddress address() {
        return address;
    }

    /** The services of the wire layer; SQS and S3 are servers of their own behind it. */
    List<AwsService> services() {
        return services;
    }

    /** Stops everything, the last started first, within 18 seconds. */
    @Override
    public void close() {
        started.stop(STOPS_WITHIN);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            LocalCloud cloud = start(LocalCloudOptions.parse(List.of(arguments)), System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "shutdown"));
            new CountDownLatch(1).await();
        } catch (CloudException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof LocalCloudOptions.UsageException ? 2 : 1);
        }
    }
}
