package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.RecentlyActive;

/** The operations of CloudWatch that take metrics in and list them. */
final class MetricsApi {
    private static final int MOST_DATA = 1_000;
    private static final int MOST_VALUES = 150;
    private static final int MOST_FILTERS = 10;
    private static final int PAGE = 500;
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);
    private static final Duration RECENT = Duration.ofHours(3);

    private final MetricStore store;
    private final Clock clock;

    MetricsApi(MetricStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void addTo(AwsService service) {
        service.on(PutMetricDataRequest.class, this::put).on(ListMetricsRequest.class, this::list);
    }

    /** What one datum says. */
    private record Reading(MetricKey key, String unit, Instant at, StatisticSet values) {}

    private PutMetricDataResponse put(PutMetricDataRequest request) {
        String namespace = Refusals.required(request.namespace(), "Namespace");
        if (namespace.startsWith("AWS/")) {
            throw Refusals.invalidValue(namespace, "Namespace");
        }
        List<MetricDatum> data = new ArrayList<>(request.metricData());
        request.entityMetricData().forEach(each -> data.addAll(each.metricData()));
        if (data.isEmpty() || data.size() > MOST_DATA) {
            throw Refusals.invalidValue(
                    "The collection MetricData must have a size from 1 to " + MOST_DATA + ", not " + data.size() + ".");
        }
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            readings.addAll(readings(namespace, data.get(i), "MetricData.member." + (i + 1) + "."));
        }
        readings.forEach(each -> store.add(each.key(), each.unit(), each.at(), each.values()));
        return PutMetricDataResponse.builder().build();
    }

    private List<Reading> readings(String namespace, MetricDatum datum, String at) {
        MetricKey key = MetricKey.of(
                namespace, Refusals.required(datum.metricName(), at + "MetricName"), datum.dimensions(), at);
        String unit = datum.unit() == null ? "None" : datum.unitAsString();
        Instant time = datum.timestamp() == null ? clock.instant() : datum.timestamp();
        if (time.isBefore(clock.instant().minus(OLDEST))) {
            throw Refusals.invalidValue(
                    "The parameter " + at + "Timestamp must specify a time within the past two weeks.");
        }
        if (time.isAfter(clock.instant().plus(NEWEST))) {
            throw Refusals.invalidValue(
                    "The parameter " + at + "Timestamp must specify a time no more than two hours in the future.");
        }
        try {
            return sets(datum, at).stream()
                    .map(set -> new Reading(key, unit, time, set))
                    .toList();
        } catch (ScalingException e) {
            throw Refusals.invalidValue("The parameter " + at + "StatisticValues is invalid: " + e.getMessage());
        }
    }

    private static List<StatisticSet> sets(MetricDatum datum, String at) {
        boolean several = !datum.values().isEmpty();
        int given = (datum.value() == null ? 0 : 1) + (several ? 1 : 0) + (datum.statisticValues() == null ? 0 : 1);
        if (given != 1) {
            throw Refusals.combination("Exactly one of the parameters " + at + "Value, " + at + "Values and " + at
                    + "StatisticValues must be given, not " + given + ".");
        }
        if (datum.statisticValues() != null) {
            var set = datum.statisticValues();
            return List.of(new StatisticSet(
                    finite(set.sampleCount(), at + "StatisticValues.SampleCount"),
                    finite(set.sum(), at + "StatisticValues.Sum"),
                    finite(set.minimum(), at + "StatisticValues.Minimum"),
                    finite(set.maximum(), at + "StatisticValues.Maximum")));
        }
        if (!several) {
            return List.of(StatisticSet.of(finite(datum.value(), at + "Value")));
        }
        return counted(datum, at);
    }

    private static List<StatisticSet> counted(MetricDatum datum, String at) {
        List<Double> values = datum.values();
        List<Double> counts = datum.counts();
        if (values.size() > MOST_VALUES || (!counts.isEmpty() && counts.size() != values.size())) {
            throw Refusals.combination("The parameters " + at + "Values and " + at
                    + "Counts must have the same size, at most " + MOST_VALUES + ".");
        }
        List<StatisticSet> sets = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double count = counts.isEmpty() ? 1 : finite(counts.get(i), at + "Counts");
            sets.add(StatisticSet.of(finite(values.get(i), at + "Values"), count));
        }
        return sets;
    }

    private static double finite(Double value, String parameter) {
        double number = Refusals.required(value, parameter);
        if (!Double.isFinite(number)) {
            throw Refusals.invalidValue(number, parameter);
        }
        return number;
    }

    private ListMetricsResponse list(ListMetricsRequest request) {
        boolean recent = request.recentlyActive() != null;
        if (recent && request.recentlyActive() != RecentlyActive.PT3_H) {
            throw Refusals.invalidValue(request.recentlyActiveAsString(), "RecentlyActive");
        }
        if (request.dimensions().size() > MOST_FILTERS) {
            throw Refusals.invalidValue(
                    "The collection Dimensions must not have a size greater than " + MOST_FILTERS + ".");
        }
        Instant since = clock.instant().minus(RECENT);
        List<MetricKey> wanted = store.keys().stream()
                .filter(key ->
                        request.namespace() == null || request.namespace().equals(key.namespace()))
                .filter(key ->
                        request.metricName() == null || request.metricName().equals(key.name()))
                .filter(key -> request.dimensions().stream().allMatch(filter -> matches(key, filter)))
                .filter(key -> !recent
                        || store.find(key)
                                .filter(each -> each.newest().isAfter(since))
                                .isPresent())
                .toList();
        Page<MetricKey> page = Page.of(wanted, request.nextToken(), PAGE);
        return ListMetricsResponse.builder()
                .metrics(page.items().stream().map(MetricsApi::model).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean matches(MetricKey key, DimensionFilter filter) {
        String value = key.dimensions().get(Refusals.required(filter.name(), "Dimensions.Name"));
        return value != null && (filter.value() == null || filter.value().equals(value));
    }

    private static Metric model(MetricKey key) {
        return Metric.builder()
                .namespace(key.namespace())
                .metricName(key.name())
                .dimensions(key.modelDimensions())
                .build();
    }
}
