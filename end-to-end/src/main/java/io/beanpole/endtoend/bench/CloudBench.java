package io.beanpole.endtoend.bench;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.OwnCloud;
import io.beanpole.endtoend.Pause;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;

/**
 * The local cloud alone: how soon it is ready, what it holds in memory with three environments, what a call takes
 * against the same exchange with a server that does nothing, and the same again with fifty environments and five
 * hundred alarms.
 */
record CloudBench(Path root, Path directory) {
    private static final int WARM_UP = 400;
    private static final int CALLS = 1_000;
    private static final int ALARMS = 500;
    private static final int MANY_ENVIRONMENTS = 50;
    private static final Duration LONGEST = Duration.ofMinutes(6);

    void run() throws Exception {
        Path data = directory.resolve("cloud");
        Files.createDirectories(directory);
        try (OwnCloud cloud = OwnCloud.start(root, data, List.of("--metric-interval", "1", "--speed", "60"));
                ElasticBeanstalkClient beanstalk = cloud.client(ElasticBeanstalkClient.builder());
                CloudWatchClient metrics = cloud.client(CloudWatchClient.builder())) {
            Bench.say(
                    "cloud    ready after %s   %s",
                    Bench.seconds(cloud.ready()),
                    Bench.BOUNDS.most("readiness", cloud.ready().toNanos() / 1e9, 3, "s"));
            FakeApplication.publish(cloud, directory);
            environments(beanstalk, 0, 3);
            calls("3 environments", beanstalk);
            long resident = cloud.residentMegabytes();
            Bench.say(
                    "         resident with 3 environments: %d MB   %s",
                    resident, Bench.BOUNDS.most("memory", resident, 300, "MB"));
            long from = System.nanoTime();
            environments(beanstalk, 3, MANY_ENVIRONMENTS);
            Bench.say(
                    "         %d more environments Ready after %s",
                    MANY_ENVIRONMENTS - 3, Bench.seconds(Duration.ofNanos(System.nanoTime() - from)));
            alarms(metrics);
            calls(MANY_ENVIRONMENTS + " environments and " + ALARMS + " alarms", beanstalk);
            Bench.say("         resident with %d environments: %d MB", MANY_ENVIRONMENTS, cloud.residentMegabytes());
        }
    }

    private static void environments(ElasticBeanstalkClient beanstalk, int from, int to) {
        for (int i = from; i < to; i++) {
            String name = "fake-" + i;
            beanstalk.createEnvironment(environment -> environment
                    .applicationName(FakeApplication.NAME)
                    .environmentName(name)
                    .versionLabel(FakeApplication.VERSION)
                    .tier(tier -> tier.name("Worker").type("SQS/HTTP")));
        }
        await(() -> beanstalk.describeEnvironments().environments().stream()
                        .filter(each -> each.status() == EnvironmentStatus.READY
                                && FakeApplication.VERSION.equals(each.versionLabel()))
                        .count()
                == to);
    }

    /** The median of a call by the SDK, against an exchange of as many bytes by the JDK's client and server. */
    private static void calls(String when, ElasticBeanstalkClient beanstalk) throws Exception {
        String name = "fake-0";
        double call = median(() -> beanstalk.describeEnvironments(ask -> ask.environmentNames(name)));
        // As the local cloud itself is started; without it every answer of the JDK's server waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        byte[] body = new byte[1_800];
        HttpServer nothing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        nothing.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        nothing.start();
        try {
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + nothing.getAddress().getPort()))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[120]))
                    .build();
            double bare = median(() -> http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
            Bench.say(
                    "         DescribeEnvironments with %s: median %.2f ms   %s, bare exchange %.2f ms,"
                            + " ratio %.1f",
                    when,
                    call,
                    Bench.BOUNDS.most("DescribeEnvironments with " + when, call, 2, "ms"),
                    bare,
                    call / bare);
        } finally {
            nothing.stop(0);
        }
    }

    private static double median(Callable<?> call) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            call.call();
        }
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            long from = System.nanoTime();
            call.call();
            taken.add(System.nanoTime() - from);
        }
        return taken.stream().sorted().toList().get(CALLS / 2) / 1e6;
    }

    /** How many evaluations late the last of them changes its state when all of them must. */
    private static void alarms(CloudWatchClient metrics) {
        for (int i = 0; i < ALARMS; i++) {
            String name = "bench-" + i;
            metrics.putMetricAlarm(alarm -> alarm.alarmName(name)
                    .namespace("Bench")
                    .metricName("Load")
                    .statistic(Statistic.MAXIMUM)
                    .period(10)
                    .evaluationPeriods(1)
                    .threshold(50.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        }
        long from = System.nanoTime();
        metrics.putMetricData(data -> data.namespace("Bench")
                .metricData(datum -> datum.metricName("Load").value(99.0)));
        await(() -> inAlarm(metrics) == ALARMS);
        Bench.say(
                "         %d alarms, evaluated every second: the last went off %s after the datum",
                ALARMS, Bench.seconds(Duration.ofNanos(System.nanoTime() - from)));
    }

    private static long inAlarm(CloudWatchClient metrics) {
        return metrics
                .describeAlarmsPaginator(ask -> ask.alarmNamePrefix("bench-").stateValue(StateValue.ALARM))
                .metricAlarms()
                .stream()
                .count();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new EndToEndException("What the benchmark waits for did not come within " + LONGEST + ".");
            }
            Pause.ofMillis(100);
        }
    }
}
