package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Queries that do more than read one metric: percentiles, searches, labels, expressions on expressions. */
class QueriesTest {
    private static final Instant BEGIN = WatchedCloud.BEGIN;

    @TempDir
    private Path directory;

    private WatchedCloud cloud;

    @BeforeEach
    void start() {
        cloud = new WatchedCloud(directory);
        for (int i = 1; i <= 100; i++) {
            cloud.service.put(MetricKey.of("Web", "Latency", Map.of()), BEGIN.plusSeconds(i % 60), i, "Milliseconds");
        }
        depth("jobs", 0, 4);
        depth("jobs", 60, 10);
        depth("dead", 60, 1);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private void depth(String queue, int second, double value) {
        cloud.service.put(
                MetricKey.of("AWS/SQS", "Visible", Map.of("QueueName", queue)),
                BEGIN.plusSeconds(second),
                value,
                "Count");
    }

    private List<MetricDataResult> data(MetricDataQuery... queries) {
        return data(cloud.client, queries);
    }

    private static List<MetricDataResult> data(CloudWatchClient client, MetricDataQuery... queries) {
        return client.getMetricData(get -> get.metricDataQueries(queries)
                        .startTime(BEGIN)
                        .endTime(BEGIN.plusSeconds(120))
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .labelOptions(options -> options.timezone("+0130")))
                .metricDataResults();
    }

    private static MetricDataQuery expression(String id, String expression) {
        return MetricDataQuery.builder()
                .id(id)
                .expression(expression)
                .period(60)
                .build();
    }

    private static MetricDataQuery visible(String id, String queue) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(m -> m.namespace("AWS/SQS")
                                .metricName("Visible")
                                .dimensions(d -> d.name("QueueName").value(queue)))
                        .period(60)
                        .stat("Maximum"))
                .build();
    }

    @Test
    void percentilesAreThereInStatisticsDataAndAlarms() {
        List<Datapoint> found = cloud.client
                .getMetricStatistics(get -> get.namespace("Web")
                        .metricName("Latency")
                        .period(60)
                        .startTime(BEGIN)
                        .endTime(BEGIN.plusSeconds(60))
                        .extendedStatistics("p90", "TM(10%:90%)"))
                .datapoints();
        assertThat(found.get(0).extendedStatistics()).containsEntry("p90", 90.0).containsEntry("TM(10%:90%)", 50.5);

        cloud.client.putMetricAlarm(alarm -> alarm.alarmName("slow")
                .namespace("Web")
                .metricName("Latency")
                .extendedStatistic("p95")
                .period(60)
                .evaluationPeriods(1)
                .threshold(94.0)
                .comparisonOperator("GreaterThanThreshold"));
        for (int tick = 0; tick < 6; tick++) {
            cloud.tick();
        }
        MetricAlarm slow = cloud.client.describeAlarms().metricAlarms().get(0);
        assertThat(slow.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(slow.stateReason()).contains("was greater than the threshold (94.0)");
        assertThat(slow.stateReasonData()).contains("\"statistic\":\"p95\"");
    }

    @Test
    void aSearchFindsAllQueuesAndTheyCanBeSummedUp() {
        List<MetricDataResult> results = data(
                expression("all", "SEARCH('{AWS/SQS,QueueName} MetricName=\"Visible\"', 'Maximum', 60)"),
                expression("sum", "SUM(SEARCH('{AWS/SQS,QueueName} Visible', 'Maximum', 60))"),
                expression("most", "SORT(SEARCH('Visible', 'Maximum', 60), MAX, DESC, 1)"));

        assertThat(results).extracting(MetricDataResult::id).containsExactly("all", "all", "sum", "most");
        assertThat(results).extracting(MetricDataResult::label).containsExactly("dead", "jobs", "sum", "most");
        assertThat(results.get(2).values()).containsExactly(4.0, 11.0);
        assertThat(results.get(3).values()).containsExactly(4.0, 10.0);
    }

    @Test
    void expressionsNameEachOtherAndAllMetrics() {
        List<MetricDataResult> results = data(
                visible("m1", "jobs"),
                visible("m2", "dead"),
                expression("e1", "FILL(m2, 0)"),
                expression("e2", "e1 + m1"),
                expression("e3", "MAX(METRICS())"));

        assertThat(results.get(3).values()).containsExactly(4.0, 11.0);
        assertThat(results.get(4).values()).containsExactly(4.0, 10.0);
    }

    @Test
    void labelsHaveDynamicParts() {
        MetricDataQuery query = visible("m1", "jobs").toBuilder()
                .label(
                        "${PROP('Dim.QueueName')} ${LABEL} max ${MAX} last ${LAST} at ${MAX_TIME} ${PROP('Region')} ${?}")
                .build();

        assertThat(data(query).get(0).label())
                .isEqualTo("jobs Visible max 10 last 10 at 2026-11-21 09:31:00 eu-central-2 ${?}");
    }

    @Test
    void metricsAreThereAfterARestart() {
        List<MetricDataResult> before = data(visible("m1", "jobs"));
        cloud.service.close();

        try (WatchedCloud again = new WatchedCloud(directory)) {
            assertThat(data(again.client, visible("m1", "jobs"))).isEqualTo(before);
            assertThat(again.client.listMetrics().metrics()).hasSize(3);
        }
    }

    @Test
    void manyExpressionsOnExpressionsAreWorkedOutOnceEach() {
        MetricDataQuery[] tower = new MetricDataQuery[60];
        tower[0] = visible("e0", "jobs");
        for (int i = 1; i < tower.length; i++) {
            tower[i] = MetricDataQuery.builder()
                    .id("e" + i)
                    .expression(i == 1 ? "e0 + e0" : "e" + (i - 1) + " + e" + (i - 2))
                    .returnData(i == tower.length - 1)
                    .build();
        }
        assertThat(data(tower)).hasSize(2);
    }

    @Test
    void whatCloudWatchRefusesIsRefused() {
        refused(() -> data(visible("m1", "jobs"), expression("e1", "SUM(m1)")), "TIME_SERIES(SUM(m1))");
        refused(() -> data(expression("e1", "SELECT AVG(x) FROM \"AWS/SQS\"")), "no Metrics Insights");
        refused(() -> data(expression("e1", "ANOMALY_DETECTION_BAND(m1)")), "no anomaly detectors");
        refused(
                () -> cloud.client.putMetricAlarm(alarm -> alarm.alarmName("all")
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator("GreaterThanThreshold")
                        .metrics(
                                visible("m1", "jobs").toBuilder()
                                        .returnData(false)
                                        .build(),
                                expression("e1", "[m1, m1]"))),
                "comes to 2 time series");
        refused(
                () -> cloud.client.putMetricAlarm(alarm -> alarm.alarmName("band")
                        .evaluationPeriods(1)
                        .thresholdMetricId("ad1")
                        .comparisonOperator("LessThanLowerOrGreaterThanUpperThreshold")
                        .metrics(visible("m1", "jobs"))),
                "no anomaly detectors");
        refused(
                () -> cloud.client.putAnomalyDetector(
                        p -> p.namespace("a").metricName("b").stat("Sum")),
                "anomaly");
        refused(() -> cloud.client.listMetrics(l -> l.recentlyActive("PT4H")), "RecentlyActive");
        assertThat(cloud.client.listMetricStreams(list -> {}).entries()).isEmpty();
        assertThat(cloud.client.describeInsightRules(describe -> {}).insightRules())
                .isEmpty();
    }

    private static void refused(Runnable request, String sentence) {
        assertThatThrownBy(request::run).isInstanceOf(AwsServiceException.class).hasMessageContaining(sentence);
    }
}
