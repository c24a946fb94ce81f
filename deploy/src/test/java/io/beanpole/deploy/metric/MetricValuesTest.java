package io.beanpole.deploy.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** How many metrics are read with few requests, and what comes in pieces is put together. */
class MetricValuesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:42:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);

    private final TwoPages cloudWatch = new TwoPages();
    private final MetricValues values = new MetricValues(cloudWatch);

    @Test
    void noRequestHasMoreQueriesThanCloudWatchTakesAndNoneIsLost() {
        var queries = IntStream.range(0, 1202).mapToObj(MetricValuesTest::query).toList();

        var read = values.read("read", queries, BEFORE, NOW);

        assertThat(cloudWatch.asked).extracting(List::size).containsExactly(500, 500, 202);
        assertThat(read).hasSize(1202);
        assertThat(MetricValues.requests(1202)).isEqualTo(3);
    }

    @Test
    void nothingIsAskedAboutNoMetric() {
        assertThat(values.read("read", List.of(), BEFORE, NOW)).isEmpty();
        assertThat(cloudWatch.asked).isEmpty();
    }

    @Test
    void aSeriesThatComesOnTwoPagesIsOneInTheOrderOfTime() {
        var read = values.read("read", List.of(query(1)), BEFORE, NOW);

        assertThat(read.get("q1")).containsExactly(Map.entry(BEFORE, 7.0), Map.entry(NOW, 3.0));
    }

    @Test
    void theNewestValueIsTheLastOfItsSeries() {
        assertThat(values.newest("read", List.of(query(1), query(2)), BEFORE, NOW))
                .containsOnlyKeys("q1", "q2")
                .containsValue(3.0);
    }

    @Test
    void aMetricThatMeasuredNothingIsMissing() {
        cloudWatch.silent = "q2";

        assertThat(values.read("read", List.of(query(1), query(2)), BEFORE, NOW))
                .containsOnlyKeys("q1");
    }

    @Test
    void aGaugeIsAskedForItsPeakAndACountForItsSum() {
        assertThat(query(1).metricStat().stat()).isEqualTo("Maximum");
        assertThat(QueueMetric.SENT
                        .of("lane", "q1", Duration.ofMinutes(1))
                        .metricStat()
                        .stat())
                .isEqualTo("Sum");
    }

    private static MetricDataQuery query(int number) {
        return QueueMetric.VISIBLE.of("queue-" + number, "q" + number, Duration.ofMinutes(1));
    }

    /** Tells the newer point of each metric first, and the older one on a second page. */
    private static final class TwoPages implements CloudWatchClient {
        private final List<List<MetricDataQuery>> asked = new ArrayList<>();
        private String silent = "";

        @Override
        public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
            var isFirst = request.nextToken() == null;
            if (isFirst) {
                asked.add(request.metricDataQueries());
            }
            return GetMetricDataResponse.builder()
                    .metricDataResults(request.metricDataQueries().stream()
                            .map(query -> result(query.id(), isFirst))
                            .toList())
                    .nextToken(isFirst ? "more" : "")
                    .build();
        }

        private MetricDataResult result(String id, boolean isFirst) {
            var result = MetricDataResult.builder().id(id);
            return id.equals(silent)
                    ? result.timestamps(List.of()).values(List.of()).build()
                    : result.timestamps(isFirst ? NOW : BEFORE)
                            .values(isFirst ? 3.0 : 7.0)
                            .build();
        }

        @Override
        public String serviceName() {
            return "monitoring";
        }

        @Override
        public void close() {
            asked.clear();
        }
    }
}
