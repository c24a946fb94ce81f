package io.beanpole.cloud.cloudwatch;

import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.wire.AwsService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * CloudWatch: at each tick it lets the services measure themselves and then evaluates all alarms. Alarms, their
 * history and dashboards are kept at once; metrics are kept every five minutes and at the end.
 */
public final class CloudWatch implements MetricSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloudWatch.class);
    private static final long STOPS_WITHIN_SECONDS = 2;

    private final MetricStore store = new MetricStore();
    private final MetricFile metrics;
    private final Duration interval;
    private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService ticker;
    private final AlarmParts parts;
    private final AlarmDecisions decisions = new AlarmDecisions();
    private final AlarmEvaluator evaluator;
    private final CompositeEvaluator compositions;
    private final Dashboards dashboards;
    private final String region;
    private final String account;

    /**
     * Takes up the alarms that were kept.
     *
     * @param directory where they are kept
     * @param interval of the ticks
     */
    public CloudWatch(Path directory, Duration interval, String region, String account, Clock clock) {
        this.interval = interval;
        this.region = region;
        this.account = account;
        this.metrics = new MetricFile(directory.resolve("metrics.bin.gz"), clock);
        metrics.readInto(store);
        Alarms alarms = new Alarms(new AlarmFile(directory, store));
        AlarmActions actions = new AlarmActions(alarms);
        this.parts = new AlarmParts(
                alarms, store, actions, clock, "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:");
        this.dashboards = new Dashboards(directory, clock, "arn:aws:cloudwatch::" + account + ":dashboard/");
        this.evaluator = new AlarmEvaluator(alarms, actions, decisions);
        this.compositions = new CompositeEvaluator(alarms, actions, decisions);
        this.ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cloudwatch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The service, for the wire; its shape is {@code GraniteServiceVersion20100801} in JSON and CBOR. */
    public AwsService service() {
        AwsService service = AwsService.named("CloudWatch")
                .version("2010-08-01")
                .namespace("http://monitoring.amazonaws.com/doc/2010-08-01/")
                .target("GraniteServiceVersion20100801");
        new MetricsApi(store, parts.clock()).addTo(service);
        new MetricDataApi(store, region, account).addTo(service);
        new StatisticsApi(store).addTo(service);
        new AlarmsApi(parts, ticker, this::afterSetByHand).addTo(service);
        new CompositeAlarmsApi(
                        parts, ticker, () -> compositions.evaluate(parts.clock().instant()))
                .addTo(service);
        new AlarmListings(parts.alarms()).addTo(service);
        new AlarmTags(parts.alarms()).addTo(service);
        new DashboardsApi(dashboards).addTo(service);
        RefusedOperations.addTo(service);
        return service;
    }

    private void afterSetByHand(Alarm before, Alarm after, Instant at) {
        parts.actions().run(DueAction.changed(before, after, OptionalDouble.empty(), at));
        compositions.evaluate(at);
    }

    /** Lets alarms run a kind of action. */
    public CloudWatch runs(AlarmAction kind) {
        parts.actions().add(kind);
        return this;
    }

    /** The alarms that name this among the actions of any state, by name. */
    public List<MetricAlarm> alarmsThatRun(String actionArn) {
        return parts.alarms().watches().stream()
                .filter(each -> each.allActions().contains(actionArn))
                .map(MetricWatch::model)
                .toList();
    }

    /**
     * Why an alarm is in its state: the decision of its newest evaluation as a sentence; empty before the first one.
     */
    Optional<String> why(String alarmName) {
        return decisions.of(alarmName).map(AlarmDecisions.Told::why);
    }

    /** Tells the newest decision of every alarm as JSON: what was looked at, which rule decided, what came of it. */
    public HttpHandler decisions() {
        return exchange -> Answers.json(exchange, 200, Map.of("decisions", decisions.all()));
    }

    /** Lets alarms notify topics. */
    public CloudWatch notifies(TopicPublisher topics) {
        parts.actions().topics(topics);
        return this;
    }

    /** Asks a service for its metrics at each tick. */
    public CloudWatch measures(MetricSource source) {
        sources.add(source);
        return this;
    }

    /** Ticks from now on at all multiples of the interval. */
    public void start() {
        long millis = interval.toMillis();
        long now = parts.clock().millis();
        ticker.scheduleAtFixedRate(
                () -> tick(latest()), millis - Math.floorMod(now, millis), millis, TimeUnit.MILLISECONDS);
    }

    private Instant latest() {
        long now = parts.clock().millis();
        return Instant.ofEpochMilli(now - Math.floorMod(now, interval.toMillis()));
    }

    /**
     * Measures and evaluates once; what fails is logged and hinders nothing else. As on AWS, a measured value bears the
     * time at which its period began, so what is measured now is part of the periods that end now.
     */
    public void tick(Instant at) {
        for (MetricSource source : sources) {
            try {
                source.measure(at.minus(interval), store);
            } catch (RuntimeException e) {
                LOG.error(
                        "The metrics of {} could not be measured",
                        source.getClass().getSimpleName(),
                        e);
            }
        }
        evaluator.evaluate(at);
        compositions.evaluate(at);
        decisions.keepOnly(parts.alarms().all());
        metrics.writeIfDue(store);
    }

    @Override
    public void put(MetricKey metric, Instant at, double value, String unit) {
        store.put(metric, at, value, unit);
    }

    /** Lets a tick that runs end; then cuts it. */
    @Override
    public void close() {
        ticker.shutdown();
        try {
            if (!ticker.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                ticker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        metrics.write(store);
    }
}
