package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Five hundred alarms: each is evaluated in each tick, and a tick writes down what has changed and nothing else. */
class CrowdTest {
    private static final int CROWD = 500;

    @TempDir
    private Path directory;

    private static void put(WatchedCloud cloud, int number) {
        cloud.client.putMetricAlarm(alarm -> alarm.alarmName("crowd-" + number)
                .namespace("AWS/SQS")
                .metricName("Depth")
                .dimensions(d -> d.name("QueueName").value("queue-" + number))
                .extendedStatistic(number % 5 == 0 ? "p90" : null)
                .statistic(number % 5 == 0 ? null : "Maximum")
                .period(60)
                .evaluationPeriods(3)
                .datapointsToAlarm(1)
                .threshold(10.0)
                .comparisonOperator("GreaterThanThreshold")
                .alarmActions("arn:aws:autoscaling:eu-central-2:000000000000:scalingPolicy:" + number));
    }

    private long lines() throws IOException {
        Path journal = directory.resolve("alarms.journal");
        try (var lines = Files.lines(journal)) {
            return lines.count();
        }
    }

    @Test
    void everyAlarmIsEvaluatedInEveryTickAndOnlyChangesAreWritten() throws IOException {
        AtomicInteger ran = new AtomicInteger();
        AlarmAction policy = new AlarmAction() {
            @Override
            public boolean accepts(String arn) {
                return true;
            }

            @Override
            public String run(String arn, AlarmFiring firing) {
                ran.incrementAndGet();
                return "desired capacity stays 1";
            }
        };
        try (WatchedCloud cloud = new WatchedCloud(directory)) {
            cloud.service.runs(policy).measures((at, sink) -> {
                for (int i = 0; i < CROWD; i++) {
                    MetricKey depth = MetricKey.of("AWS/SQS", "Depth", Map.of("QueueName", "queue-" + i));
                    sink.put(depth, at, i % 2 == 0 ? 40 : 0, "Count");
                }
            });
            for (int i = 0; i < CROWD; i++) {
                put(cloud, i);
            }
            long before = lines();

            cloud.tick();

            List<MetricAlarm> crowd = cloud.client.describeAlarmsPaginator().metricAlarms().stream()
                    .toList();
            assertThat(crowd)
                    .hasSize(CROWD)
                    .allSatisfy(alarm -> assertThat(alarm.stateValue()).isNotEqualTo(StateValue.INSUFFICIENT_DATA));
            assertThat(ran).hasValue(CROWD / 2);
            assertThat(lines() - before)
                    .as("one line for each change of state, one for each action")
                    .isEqualTo(CROWD + CROWD / 2);

            long quiet = lines();
            cloud.tick();
            cloud.tick();
            assertThat(ran).as("policies run again while in ALARM").hasValue(3 * CROWD / 2);
            assertThat(lines()).as("nothing changed, so nothing is written").isEqualTo(quiet);
            assertThat(cloud.service.why("crowd-499"))
                    .hasValueSatisfying(why -> assertThat(why)
                            .contains(
                                    "0 of 1 values of 3 periods of 60 s are greater than 10.0", "the state stays OK"));
        }
    }
}
