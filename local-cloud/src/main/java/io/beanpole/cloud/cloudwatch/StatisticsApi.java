package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.metric.ExtendedStatistic;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Statistic;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;

/** GetMetricStatistics: several statistics of one metric. */
final class StatisticsApi {
    private static final int MOST = 1_440;

    private final MetricStore store;

    StatisticsApi(MetricStore store) {
        this.store = store;
    }

    void addTo(AwsService service) {
        service.on(GetMetricStatisticsRequest.class, this::statistics);
    }

    private GetMetricStatisticsResponse statistics(GetMetricStatisticsRequest request) {
        String name = Refusals.required(request.metricName(), "MetricName");
        MetricKey key =
                MetricKey.of(Refusals.required(request.namespace(), "Namespace"), name, request.dimensions(), "");
        Duration period = Periods.check(request.period(), "Period");
        Instant from = Refusals.required(request.startTime(), "StartTime");
        Instant to = Refusals.required(request.endTime(), "EndTime");
        Periods.checkSpan(from, to, period);
        List<PeriodStatistic> wanted = wanted(request);
        Grid grid = Grid.between(from, to, period);
        if (grid.size() > MOST) {
            throw Refusals.combination("You have requested up to " + grid.size()
                    + " datapoints, which exceeds the limit of " + MOST + ". You may reduce the datapoints requested by"
                    + " increasing Period, or decreasing the time range.");
        }
        String unit = Optional.ofNullable(request.unitAsString())
                .orElseGet(() -> store.find(key).map(MetricSamples::unit).orElse("None"));
        List<Optional<StatisticSet>> sets =
                grid.aggregate(store.between(key, grid.first(), grid.end(), request.unitAsString()));
        List<Datapoint> datapoints = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            Instant start = grid.start(i);
            sets.get(i).ifPresent(set -> datapoints.add(datapoint(start, set, wanted, unit)));
        }
        return GetMetricStatisticsResponse.builder()
                .label(name)
                .datapoints(datapoints)
                .build();
    }

    private static List<PeriodStatistic> wanted(GetMetricStatisticsRequest request) {
        List<PeriodStatistic> wanted = new ArrayList<>();
        for (String name : request.statisticsAsStrings()) {
            wanted.add(Statistic.named(name).orElseThrow(() -> Refusals.invalidValue(name, "Statistics")));
        }
        for (String name : request.extendedStatistics()) {
            wanted.add(
                    ExtendedStatistic.named(name).orElseThrow(() -> Refusals.invalidValue(name, "ExtendedStatistics")));
        }
        if (wanted.isEmpty()) {
            throw Refusals.combination("Must specify either Statistics or ExtendedStatistics.");
        }
        return wanted;
    }

    private static Datapoint datapoint(Instant start, StatisticSet set, List<PeriodStatistic> wanted, String unit) {
        Map<String, Double> extended = new TreeMap<>();
        for (PeriodStatistic statistic : wanted) {
            double value = statistic.of(set);
            if (statistic instanceof ExtendedStatistic && Double.isFinite(value)) {
                extended.put(statistic.awsName(), value);
            }
        }
        Datapoint.Builder datapoint = Datapoint.builder()
                .timestamp(start)
                .sampleCount(of(Statistic.SAMPLE_COUNT, set, wanted))
                .sum(of(Statistic.SUM, set, wanted))
                .average(of(Statistic.AVERAGE, set, wanted))
                .minimum(of(Statistic.MINIMUM, set, wanted))
                .maximum(of(Statistic.MAXIMUM, set, wanted))
                .unit(unit);
        return extended.isEmpty()
                ? datapoint.build()
                : datapoint.extendedStatistics(extended).build();
    }

    private static @Nullable Double of(Statistic statistic, StatisticSet set, List<PeriodStatistic> wanted) {
        return wanted.contains(statistic) ? statistic.of(set) : null;
    }
}
