package io.beanpole.deploy.scaling;

import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.why.AlarmRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The alarms of an environment with their history and with what their metrics measured. */
final class AlarmRecords {
    private final CloudWatchClient cloudWatch;
    private final EnvironmentParts parts;

    AlarmRecords(CloudWatchClient cloudWatch, EnvironmentParts parts) {
        this.cloudWatch = cloudWatch;
        this.parts = parts;
    }

    /**
     * What is read.
     *
     * @param to where metrics end
     * @param now where histories end, so that a state of then can be told from one of now
     * @param period the distance of samples
     */
    record Stretch(Instant from, Instant to, Instant now, Duration period) {}

    /** The records of alarms that our arithmetic understands; others watch nothing that scales a group by a queue. */
    List<AlarmRecord> of(List<MetricAlarm> alarms, String group, Stretch stretch) {
        var live = alarms.stream()
                .map(alarm -> new LiveAlarm(alarm, new MetricSubjects(parts)))
                .toList();
        var metrics =
                live.stream().flatMap(each -> each.metrics().values().stream()).toList();
        var samples = MetricSamples.read(cloudWatch, metrics, stretch.from(), stretch.to(), stretch.period());
        var records = new ArrayList<AlarmRecord>();
        for (var each : live) {
            each.designed(group).ifPresent(designed -> records.add(record(each, designed, samples, stretch)));
        }
        return records;
    }

    private AlarmRecord record(
            LiveAlarm live, DesignedAlarm designed, Map<Metric, List<Sample>> samples, Stretch stretch) {
        var past = AlarmPast.of(cloudWatch, designed.name(), stretch.from(), stretch.now());
        var own = new LinkedHashMap<String, List<Sample>>();
        live.metrics().forEach((id, metric) -> own.put(id, samples.getOrDefault(metric, List.of())));
        var alarm = live.alarm();
        return new AlarmRecord(
                designed,
                AlarmState.valueOf(alarm.stateValueAsString()),
                Objects.requireNonNullElse(
                        alarm.stateTransitionedTimestamp(),
                        Objects.requireNonNullElse(alarm.stateUpdatedTimestamp(), stretch.from())),
                past.turns(),
                past.runs(),
                own);
    }
}
