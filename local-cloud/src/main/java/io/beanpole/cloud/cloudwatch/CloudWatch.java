package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.wire.AwsService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * CloudWatch: at each tick it lets the services measure themselves and then evaluates all alarms. Alarms and their
 * history are kept over a restart; metrics are in memory only and begin anew.
 */
public final class CloudWatch implements MetricSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloudWatch.class);
    private static final long STOPS_WITHIN_SECONDS = 2;

    private final MetricStore store = new MetricStore();
    private final Duration interval;
    private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService ticker;
    private final AlarmParts parts;
    private final AlarmEvaluator evaluator;

    /**
     * Takes up the alarms that were kept.
     *
     * @param directory where they are kept
     * @param interval of the ticks
     */
    public CloudWatch(Path directory, Duration interval, String region, String account, Clock clock) {
        this.interval = interval;
        Alarms alarms = new Alarms(new StateFile<>(directory.resolve("alarms.json"), Alarms.Kept.class));
        AlarmActions actions = new AlarmActions(alarms);
        this.parts = new AlarmParts(
                alarms, store, actions, clock, "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:");
        this.evaluator = new AlarmEvaluator(alarms, store, actions);
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
        new MetricDataApi(store).addTo(service);
        new StatisticsApi(store).addTo(service);
        new AlarmsApi(parts, ticker).addTo(service);
        new AlarmListings(parts.alarms()).addTo(service);
        return service;
    }

    /** Lets alarms run a kind of action. */
    public CloudWatch runs(AlarmAction kind) {
        parts.actions().add(kind);
        return this;
    }

    /** The alarms that name this among the actions of any state, by name. */
    public List<MetricAlarm> alarmsThatRun(String actionArn) {
        return parts.alarms().all().stream()
                .filter(each -> each.alarmActions().contains(actionArn)
                        || each.okActions().contains(actionArn)
                        || each.insufficientDataActions().contains(actionArn))
                .toList();
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
    }
}
