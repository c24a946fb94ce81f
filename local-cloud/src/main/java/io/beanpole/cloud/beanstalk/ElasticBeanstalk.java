package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.catalog.CatalogApi;
import io.beanpole.cloud.beanstalk.health.EnvironmentHealthView;
import io.beanpole.cloud.beanstalk.health.HealthApi;
import io.beanpole.cloud.beanstalk.health.HealthMonitor;
import io.beanpole.cloud.beanstalk.log.EnvironmentLogs;
import io.beanpole.cloud.beanstalk.log.LogFiles;
import io.beanpole.cloud.beanstalk.log.LogRequestsApi;
import io.beanpole.cloud.beanstalk.log.LogSamples;
import io.beanpole.cloud.beanstalk.log.LogStreaming;
import io.beanpole.cloud.cloudwatch.MetricSink;
import io.beanpole.cloud.logs.LogSink;
import io.beanpole.cloud.wire.AwsService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole service: what the endpoint registers, what the status page shows, where logs are found. */
public final class ElasticBeanstalk implements AutoCloseable {
    private final Ledger ledger;
    private final Environments environments;
    private final EnvironmentViews views;
    private final CatalogApi catalog;
    private final EnvironmentLogs logs;
    private final LogRequestsApi logRequests;
    private final FleetLogs fleetLogs;
    private final HealthMonitor monitor;
    private final EnvironmentLinking linking;
    private final AwsService service;
    private @Nullable LogStreaming streaming;

    public ElasticBeanstalk(Platform platform) {
        this.ledger = new Ledger(platform.directory());
        EventLog events = new EventLog(ledger, platform.clock());
        LogSamples samples = new LogSamples(platform.logBucket(), platform.pace());
        this.environments = new Environments(platform, ledger, events, samples);
        this.linking = new EnvironmentLinking(environments);
        this.views = new EnvironmentViews(platform, environments);
        this.catalog = new CatalogApi(ledger.catalog(), platform, events, new EnvironmentCatalog(ledger, environments));
        this.fleetLogs = new FleetLogs(environments, events);
        this.logs = new EnvironmentLogs(fleetLogs);
        this.logRequests =
                new LogRequestsApi(fleetLogs, samples, platform.logBucket(), platform.requestIds(), platform.pace());
        this.monitor = new HealthMonitor(environments::health, platform.clock(), platform.pace());
        this.service = AwsService.named("ElasticBeanstalk")
                .version("2010-12-01")
                .namespace("http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/");
        catalog.register(service);
        EnvironmentCreation creation = new EnvironmentCreation(platform, ledger, environments);
        new EnvironmentsApi(platform, ledger, environments, views, creation).register(service);
        new OperationsApi(platform, ledger, environments, views, creation).register(service);
        new ObservationsApi(ledger, environments, views, platform.clock()).register(service);
        new EventsApi(ledger, platform.clock()).register(service);
        new HealthApi(environments::health, platform.region(), platform.clock()).register(service);
        logRequests.register(service);
    }

    /** For the wire layer. */
    public AwsService service() {
        return service;
    }

    /** Brings back what was kept; call it when the endpoint answers, because instances call it as they start. */
    public void resume() {
        environments.resume();
        catalog.resume();
        linking.start();
    }

    /** Publishes each environment's health from now on, once an interval. */
    public void publish(MetricSink metrics, Duration interval) {
        monitor.publish(metrics, interval);
    }

    /** Writes the logs of instances there from now on, while an environment's StreamLogs is on. */
    public void stream(LogSink sink) {
        streaming = new LogStreaming(fleetLogs, sink);
    }

    /** The logs of instances, for {@code /_beanpole/logs/...}. */
    public EnvironmentLogs logs() {
        return logs;
    }

    /** For {@code /_beanpole/status}: each environment with its instances, ready to be written as JSON. */
    public List<Map<String, Object>> summary() {
        return environments.existing().map(this::summary).toList();
    }

    /** Ends every instance and waits for it, all environments at the same time. */
    @Override
    public void close() {
        linking.close();
        monitor.close();
        catalog.close();
        LogStreaming present = streaming;
        if (present != null) {
            present.close();
        }
        logRequests.close();
        environments.close();
    }

    private Map<String, Object> summary(EnvironmentRecord environment) {
        EnvironmentHealthView health = views.health(environment);
        String address = views.address(environment);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("name", environment.name());
        summary.put("id", environment.id());
        summary.put("application", environment.application());
        summary.put("tier", environment.tier().wireName());
        summary.put("status", environment.status());
        summary.put("health", health.status());
        summary.put("color", health.color());
        summary.put("causes", health.causes());
        summary.put("version", environment.version());
        summary.put("url", address.isEmpty() ? "" : "http://" + address);
        summary.put("queue", environment.queue());
        List<Map<String, Object>> instances = new ArrayList<>();
        views.members(environment).forEach(member -> instances.add(summary(member)));
        summary.put("instances", instances);
        return summary;
    }

    /** {@code pid} is that of the first container's main process, null while there is none. */
    private static Map<String, Object> summary(FleetMember member) {
        Map<String, Long> pids = member.instance().pids();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("id", member.instance().id());
        summary.put("pid", pids.isEmpty() ? null : pids.values().iterator().next());
        summary.put("port", member.instance().port());
        summary.put("state", member.instance().state().name());
        summary.put("cause", member.instance().cause());
        summary.put("version", member.deployment().version());
        summary.put("deployment", member.deployment().status());
        summary.put("logs", LogFiles.names(member.instance().logs()));
        return summary;
    }
}
