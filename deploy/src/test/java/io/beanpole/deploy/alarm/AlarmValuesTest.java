package io.beanpole.deploy.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

class AlarmValuesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");

    /** What was asked, request by request. */
    private final List<List<MetricDataQuery>> requests = new ArrayList<>();

    private final AlarmValues values = new AlarmValues(this::answer, Duration.ofMinutes(1));

    @Test
    void whatIsPaidForIsAskedOnceAMinute() {
        var alarms = List.of(simple("one"), math("two", "depth"));

        values.of(alarms, NOW);
        values.of(alarms, NOW.plusSeconds(30));
        assertThat(requests).hasSize(1);

        assertThat(values.of(alarms, NOW.plusSeconds(60))).containsOnlyKeys("one", "two");
        assertThat(requests).hasSize(2);
    }

    @Test
    void aNewAlarmIsNotWaitedFor() {
        values.of(List.of(simple("one")), NOW);

        assertThat(values.of(List.of(simple("one"), simple("two")), NOW.plusSeconds(1)))
                .containsOnlyKeys("one", "two");
    }

    @Test
    void anAlarmThatCloudWatchRefusesTakesNoOtherWithIt() {
        var alarms = Stream.concat(
                        IntStream.range(0, 20).mapToObj(number -> simple("good" + number)),
                        Stream.of(math("bad", "SELECT AVG(x)"), math("fine", "depth")))
                .toList();

        assertThat(values.of(alarms, NOW)).hasSize(21).doesNotContainKey("bad");

        requests.clear();
        assertThat(values.of(alarms, NOW.plusSeconds(90))).hasSize(21);
        assertThat(requests).as("it is not asked for again").hasSize(1);
    }

    @Test
    void aThrottledRequestIsNotTornIntoMany() {
        var throttled = new AlarmValues(
                (queries, from, to) -> {
                    requests.add(queries);
                    throw refusal("Throttling");
                },
                Duration.ZERO);

        assertThatThrownBy(() -> throttled.of(List.of(simple("one"), simple("two")), NOW))
                .isInstanceOf(DeployException.class);
        assertThat(requests).hasSize(1);
    }

    private List<MetricDataResult> answer(List<MetricDataQuery> queries, Instant from, Instant to) {
        requests.add(queries);
        if (queries.stream()
                .anyMatch(query ->
                        query.expression() != null && query.expression().contains("SELECT"))) {
            throw refusal("ValidationError");
        }
        return queries.stream()
                .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                .map(query ->
                        MetricDataResult.builder().id(query.id()).values(7.0).build())
                .toList();
    }

    private static RuntimeException refusal(String code) {
        return CloudWatchException.builder()
                .statusCode(400)
                .message(code)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(code)
                        .build())
                .build();
    }

    private static MetricAlarm simple(String name) {
        return MetricAlarm.builder()
                .alarmName(name)
                .namespace("AWS/SQS")
                .metricName("ApproximateNumberOfMessagesVisible")
                .statistic("Maximum")
                .period(60)
                .build();
    }

    private static MetricAlarm math(String name, String expression) {
        return MetricAlarm.builder()
                .alarmName(name)
                .metrics(MetricDataQuery.builder()
                        .id("depth")
                        .expression(expression)
                        .build())
                .build();
    }
}
