package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

class MetricsTest {
    private static final Instant BEGIN = WatchedCloud.BEGIN;

    @TempDir
    private Path directory;

    private WatchedCloud cloud;

    @BeforeEach
    void start() {
        cloud = new WatchedCloud(directory);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private static MetricDataQuery stat(String id, String metric, int period, String statistic) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(m -> m.namespace("Work").metricName(metric))
                        .period(period)
                        .stat(statistic))
                .build();
    }

    private void put(MetricDatum.Builder... data) {
        List<MetricDatum> all = new ArrayList<>();
        for (MetricDatum.Builder each : data) {
            all.add(each.metricName("Depth").build());
        }
        cloud.client.putMetricData(p -> p.namespace("Work").metricData(all));
    }

    private static MetricDatum.Builder at(int seconds) {
        return MetricDatum.builder().timestamp(BEGIN.plusSeconds(seconds));
    }

    private List<MetricDataResult> data(MetricDataQuery... queries) {
        return cloud.client
                .getMetricData(get -> get.metricDataQueries(queries)
                        .startTime(BEGIN)
                        .endTime(BEGIN.plusSeconds(120))
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .metricDataResults();
    }

    @Test
    void valuesCountsAndStatisticSetsGoIntoOneStatistic() {
        put(
                at(0).value(2.0),
                at(10).values(4.0, 6.0).counts(1.0, 3.0),
                at(59).statisticValues(set ->
                        set.sampleCount(2.0).sum(30.0).minimum(10.0).maximum(20.0)));

        List<Datapoint> found = cloud.client
                .getMetricStatistics(get -> get.namespace("Work")
                        .metricName("Depth")
                        .period(60)
                        .startTime(BEGIN)
                        .endTime(BEGIN.plusSeconds(60))
                        .statistics(
                                Statistic.SUM,
                                Statistic.AVERAGE,
                                Statistic.SAMPLE_COUNT,
                                Statistic.MINIMUM,
                                Statistic.MAXIMUM))
                .datapoints();

        assertThat(found).singleElement().satisfies(datapoint -> {
            assertThat(datapoint.timestamp()).isEqualTo(BEGIN);
            assertThat(datapoint.sampleCount()).isEqualTo(7);
            assertThat(datapoint.sum()).isEqualTo(54);
            assertThat(datapoint.minimum()).isEqualTo(2);
            assertThat(datapoint.maximum()).isEqualTo(20);
            assertThat(datapoint.unit()).isEqualTo(StandardUnit.NONE);
        });
    }

    @Test
    void metricsAndExpressionsComeTogetherInTheOrderThatWasAskedFor() {
        put(at(0).value(1.0), at(30).value(5.0), at(60).value(2.0));

        List<MetricDataResult> results = data(
                stat("fine", "Depth", 10, "Maximum"),
                stat("most", "Depth", 60, "Maximum"),
                MetricDataQuery.builder()
                        .id("twice")
                        .expression("most * 2")
                        .label("Twice")
                        .build());

        assertThat(results).extracting(MetricDataResult::id).containsExactly("fine", "most", "twice");
        assertThat(results.get(0).timestamps()).containsExactly(BEGIN, BEGIN.plusSeconds(30), BEGIN.plusSeconds(60));
        assertThat(results.get(1).values()).containsExactly(5.0, 2.0);
        assertThat(results.get(2).values()).containsExactly(10.0, 4.0);
        assertThat(results.get(2).label()).isEqualTo("Twice");
        assertThat(results.get(0).label()).isEqualTo("Depth");
    }

    @Test
    void aLongAnswerComesInPagesThatAddUp() {
        for (int i = 0; i < 12; i++) {
            put(at(10 * i).value((double) i));
        }

        List<GetMetricDataResponse> pages = cloud
                .client
                .getMetricDataPaginator(
                        get -> get.metricDataQueries(stat("a", "Depth", 10, "Sum"), stat("b", "Depth", 10, "Maximum"))
                                .startTime(BEGIN)
                                .endTime(BEGIN.plusSeconds(120))
                                .maxDatapoints(5))
                .stream()
                .toList();

        assertThat(pages).hasSize(5);
        assertThat(pages.stream()
                        .flatMap(page -> page.metricDataResults().stream())
                        .filter(result -> result.id().equals("b"))
                        .flatMap(result -> result.values().stream()))
                .containsExactly(11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0);
    }

    @Test
    void aBodyThatTheClientPackedIsUnpacked() {
        MetricDatum.Builder[] many = new MetricDatum.Builder[900];
        for (int i = 0; i < many.length; i++) {
            many[i] = at(i % 60).value(1.0);
        }

        put(many);

        assertThat(data(stat("sum", "Depth", 60, "Sum")).get(0).values()).containsExactly(900.0);
    }

    @Test
    void metricsAreListedByNamespaceNameAndDimension() {
        cloud.service.put(MetricKey.of("AWS/SQS", "Visible", Map.of("QueueName", "jobs")), BEGIN, 1, "Count");
        cloud.service.put(MetricKey.of("AWS/SQS", "Visible", Map.of("QueueName", "dead")), BEGIN, 1, "Count");
        put(at(0).value(1.0));

        assertThat(cloud.client.listMetrics().metrics()).hasSize(3);
        assertThat(cloud.client.listMetrics(l -> l.namespace("AWS/SQS")).metrics())
                .hasSize(2);
        assertThat(cloud.client
                        .listMetrics(l -> l.dimensions(d -> d.name("QueueName").value("jobs")))
                        .metrics())
                .extracting(Metric::metricName)
                .containsExactly("Visible");
    }

    @Test
    void memoryIsBoundedInMetricsAndInTime() {
        MetricStore store = new MetricStore();
        MetricKey busy = MetricKey.of("Work", "Busy", Map.of());
        for (int second = 0; second < 30 * 3600; second += 10) {
            store.put(busy, BEGIN.plusSeconds(second), 1, "Count");
        }
        assertThat(store.between(busy, BEGIN, BEGIN.plusSeconds(200_000), null))
                .hasSizeBetween(2_000, 3_000)
                .extracting(sample -> sample.values().sampleCount())
                .contains(1.0, 6.0, 30.0);

        for (int i = 0; i < 6_000; i++) {
            store.put(MetricKey.of("Work", "Metric" + i, Map.of()), BEGIN.plusSeconds(i), 1, "Count");
        }
        assertThat(store.keys())
                .hasSize(5_000)
                .contains(busy)
                .doesNotContain(MetricKey.of("Work", "Metric3", Map.of()));
    }

    @Test
    void whatCloudWatchRefusesIsRefused() {
        assertThatThrownBy(() -> cloud.client.putMetricData(p ->
                        p.namespace("AWS/SQS").metricData(d -> d.metricName("a").value(1.0))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("AWS/SQS");
        refused(() -> put(at(-15 * 86_400).value(1.0)), "within the past two weeks");
        refused(() -> put(at(7201).value(1.0)), "no more than two hours in the future");
        refused(() -> put(at(0)), "must be given, not 0");
        refused(() -> put(at(0).value(1.0).values(1.0)), "must be given, not 2");
        refused(() -> data(stat("Big", "Depth", 60, "Sum")), "expected pattern");
        refused(() -> data(stat("m1", "Depth", 60, "p101")), "p101");
        refused(() -> data(stat("m1", "Depth", 45, "Sum")), "multiple of 60");
        refused(() -> data(stat("m1", "Depth", 60, "Sum"), stat("m1", "Depth", 60, "Sum")), "not unique");
        refused(() -> data(expression("e1", "m9 + 1")), "'m9'");
        refused(() -> data(expression("e1", "e1 + 1")), "needs itself");
        refused(() -> data(expression("e1", "m1 +"), stat("m1", "Depth", 60, "Sum")), "Error in expression 'e1'");
    }

    private static MetricDataQuery expression(String id, String expression) {
        return MetricDataQuery.builder().id(id).expression(expression).build();
    }

    private static void refused(Runnable request, String sentence) {
        assertThatThrownBy(request::run).isInstanceOf(AwsServiceException.class).hasMessageContaining(sentence);
    }
}
