package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.CloudException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlarmsTest {
    private static final String POLICY =
            "arn:aws:autoscaling:eu-central-2:000000000000:scalingPolicy:1:autoScalingGroupName/g:policyName/up";
    private static final String TOPIC = "arn:aws:sns:eu-central-2:000000000000:on-call";

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

    /** Keeps what alarms ran; its answer can be made a refusal. */
    private static final class FakePolicy implements AlarmAction {
        private final Queue<AlarmFiring> firings = new ConcurrentLinkedQueue<>();
        private volatile String answer = "desired capacity from 1 to 2";

        @Override
        public boolean accepts(String arn) {
            return arn.startsWith("arn:aws:autoscaling:");
        }

        @Override
        public String run(String arn, AlarmFiring firing) {
            firings.add(firing);
            if (answer.startsWith("No")) {
                throw new CloudException(answer);
            }
            return answer;
        }
    }

    private void put(Consumer<PutMetricAlarmRequest.Builder> more) {
        cloud.client.putMetricAlarm(alarm -> {
            alarm.alarmName("deep")
                    .namespace("Work")
                    .metricName("Depth")
                    .statistic(Statistic.MAXIMUM)
                    .period(60)
                    .evaluationPeriods(1)
                    .threshold(10.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD);
            more.accept(alarm);
        });
    }

    private MetricAlarm alarm() {
        return cloud.client
                .describeAlarms(d -> d.alarmNames("deep"))
                .metricAlarms()
                .get(0);
    }

    private List<AlarmHistoryItem> history(HistoryItemType type) {
        return cloud.client
                .describeAlarmHistory(d -> d.alarmName("deep").historyItemType(type))
                .alarmHistoryItems();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void anAlarmGoesOffWithinATickAndNeedsItsWholePeriodOfQuietToEnd() {
        put(alarm -> {});
        assertThat(alarm().stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
        assertThat(alarm().stateReason()).isEqualTo("Unchecked: Initial alarm creation");
        cloud.depth(3);
        cloud.tick();
        assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);

        cloud.depth(37);
        cloud.tick();

        assertThat(alarm().stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(alarm().stateReason())
                .isEqualTo(
                        "Threshold Crossed: 1 out of the last 1 datapoints [37.0 (21/11/26 07:59:20)] was greater than"
                                + " or equal to the threshold (10.0) (minimum 1 datapoint for OK -> ALARM transition).");
        for (int quiet = 1; quiet <= 5; quiet++) {
            cloud.depth(0);
            cloud.tick();
            assertThat(alarm().stateValue()).isEqualTo(StateValue.ALARM);
        }
        cloud.depth(0);
        cloud.tick();
        assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
        assertThat(alarm().stateTransitionedTimestamp()).isEqualTo(cloud.now());
    }

    @Test
    void aScalingPolicyRunsAtEachEvaluationAndATopicIsToldOnlyOfTheChange() {
        FakePolicy policy = new FakePolicy();
        Queue<String> told = new ConcurrentLinkedQueue<>();
        cloud.service.runs(policy).notifies((arn, subject, message) -> told.add(arn + " " + subject + " " + message));
        put(alarm -> alarm.alarmActions(POLICY, TOPIC).okActions(TOPIC));

        for (int tick = 0; tick < 3; tick++) {
            cloud.depth(40 + tick);
            cloud.tick();
        }

        assertThat(policy.firings)
                .extracting(AlarmFiring::value)
                .containsExactly(OptionalDouble.of(40), OptionalDouble.of(41), OptionalDouble.of(42));
        assertThat(policy.firings).allSatisfy(firing -> {
            assertThat(firing.alarmName()).isEqualTo("deep");
            assertThat(firing.state()).isEqualTo("ALARM");
            assertThat(firing.threshold()).isEqualTo(10);
        });
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith(TOPIC + " ALARM: \"deep\" in eu-central-2 {")
                .contains("\"OldStateValue\":\"INSUFFICIENT_DATA\"", "\"Trigger\":{\"MetricName\":\"Depth\"");
        assertThat(history(HistoryItemType.ACTION))
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactlyInAnyOrder(
                        "Successfully executed action " + POLICY, "Successfully executed action " + TOPIC);
    }

    @Test
    void aFailedActionStandsInTheHistoryWithItsReason() {
        FakePolicy policy = new FakePolicy();
        policy.answer = "No group named g.";
        cloud.service.runs(policy);
        put(alarm -> alarm.alarmActions(POLICY, "arn:aws:lambda:eu-central-2:000000000000:function:f"));

        cloud.depth(40);
        cloud.tick();

        assertThat(history(HistoryItemType.ACTION))
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactlyInAnyOrder(
                        "Failed to execute action " + POLICY + ". Received error: \"No group named g.\"",
                        "Failed to execute action arn:aws:lambda:eu-central-2:000000000000:function:f. Received error: "
                                + "\"The local cloud runs no action of this kind:"
                                + " arn:aws:lambda:eu-central-2:000000000000:function:f.\"");
        assertThat(json(history(HistoryItemType.ACTION).get(0).historyData())
                        .get("actionState")
                        .asString())
                .isEqualTo("Failed");
    }

    @Test
    void noActionRunsWhileActionsAreSwitchedOff() {
        FakePolicy policy = new FakePolicy();
        cloud.service.runs(policy);
        put(alarm -> alarm.alarmActions(POLICY));
        cloud.client.disableAlarmActions(d -> d.alarmNames("deep", "absent"));

        cloud.depth(40);
        cloud.tick();
        assertThat(policy.firings).isEmpty();
        cloud.client.enableAlarmActions(e -> e.alarmNames("deep"));
        cloud.tick();

        assertThat(policy.firings).hasSize(1);
    }

    @Test
    void theHistoryTellsConfigurationAndStatesInTheJsonOfAws() {
        put(alarm -> {});
        cloud.depth(40);
        cloud.tick();
        put(alarm -> alarm.threshold(50.0));
        cloud.client.deleteAlarms(d -> d.alarmNames("deep"));

        assertThat(history(HistoryItemType.CONFIGURATION_UPDATE))
                .extracting(AlarmHistoryItem::historySummary)
                .containsExactlyInAnyOrder(
                        "Alarm \"deep\" deleted", "Alarm \"deep\" updated", "Alarm \"deep\" created");
        JsonNode created = json(history(HistoryItemType.CONFIGURATION_UPDATE).stream()
                .filter(item -> item.historySummary().endsWith("created"))
                .findFirst()
                .orElseThrow()
                .historyData());
        assertThat(created.get("type").asString()).isEqualTo("Create");
        assertThat(created.get("createdAlarm").get("threshold").asDouble()).isEqualTo(10);
        assertThat(created.get("createdAlarm")
                        .get("alarmConfigurationUpdatedTimestamp")
                        .asString())
                .isEqualTo("2026-11-21T08:00:00.000+0000");
        JsonNode state = json(history(HistoryItemType.STATE_UPDATE).get(0).historyData());
        assertThat(state.get("oldState").get("stateValue").asString()).isEqualTo("INSUFFICIENT_DATA");
        JsonNode reason = state.get("newState").get("stateReasonData");
        assertThat(reason.get("recentDatapoints").get(0).asDouble()).isEqualTo(40);
        assertThat(reason.get("startDate").asString()).isEqualTo("2026-11-21T07:59:10.000+0000");
        assertThat(reason.get("statistic").asString()).isEqualTo("Maximum");
    }

    @Test
    void anAlarmOnASumOfTwoMetricsNeedsBothOrAFill() {
        cloud.client.putMetricAlarm(alarm -> alarm.alarmName("deep")
                .evaluationPeriods(1)
                .threshold(10.0)
                .comparisonOperator(ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData("ignore")
                .metrics(
                        MetricDataQuery.builder()
                                .id("sum")
                                .expression("m1+FILL(m2,0)")
                                .build(),
                        stat("m1", "Depth"),
                        stat("m2", "InFlight")));
        cloud.depth(4);
        cloud.tick();

        assertThat(alarm().stateReason()).contains("[4.0 (21/11/26 07:59:10)] was less than or equal to");
        cloud.client.putMetricData(put -> put.namespace("Work")
                .metricData(datum ->
                        datum.metricName("InFlight").timestamp(cloud.now()).value(7.0)));
        cloud.tick();
        assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
        assertThat(alarm().stateReason()).contains("[11.0 (");
    }

    private static MetricDataQuery stat(String id, String metric) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(false)
                .metricStat(stat -> stat.metric(m -> m.namespace("Work").metricName(metric))
                        .period(60)
                        .stat("Maximum"))
                .build();
    }

    @Test
    void aStateThatIsSetByHandRunsTheActionsAndLastsUntilTheNextEvaluation() {
        FakePolicy policy = new FakePolicy();
        cloud.service.runs(policy);
        put(alarm -> alarm.alarmActions(POLICY));
        cloud.depth(1);
        cloud.tick();

        cloud.client.setAlarmState(
                s -> s.alarmName("deep").stateValue(StateValue.ALARM).stateReason("a drill"));

        assertThat(alarm().stateReason()).isEqualTo("a drill");
        await().atMost(Duration.ofSeconds(5)).until(() -> policy.firings.size() == 1);
        assertThat(policy.firings.remove().value()).isEmpty();
        cloud.depth(1);
        cloud.tick();
        assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
    }

    @Test
    void aStateSetByHandAppliesWhateverChangesTheAlarmMeanwhile() {
        put(alarm -> {});
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> {
            while (!isOver.get()) {
                cloud.client.disableAlarmActions(request -> request.alarmNames("deep"));
                cloud.client.enableAlarmActions(request -> request.alarmNames("deep"));
            }
        });

        try {
            for (int drill = 0; drill < 100; drill++) {
                String reason = "drill " + drill;
                cloud.client.setAlarmState(
                        s -> s.alarmName("deep").stateValue(StateValue.ALARM).stateReason(reason));
                assertThat(alarm().stateReason()).isEqualTo(reason);
            }
        } finally {
            isOver.set(true);
            meanwhile.join();
        }
    }

    @Test
    void alarmsAndTheirHistoryAreThereAfterARestart() {
        put(alarm -> alarm.alarmDescription("umlauts äöü")
                .dimensions(d -> d.name("QueueName").value("jobs")));
        MetricAlarm before = alarm();
        List<AlarmHistoryItem> history = history(HistoryItemType.CONFIGURATION_UPDATE);

        try (WatchedCloud again = new WatchedCloud(directory)) {
            assertThat(again.client.describeAlarms().metricAlarms()).containsExactly(before);
            assertThat(again.client.describeAlarmHistory().alarmHistoryItems()).isEqualTo(history);
        }
    }

    @Test
    void alarmsAreFoundByNamePrefixStateActionAndMetric() {
        for (int i = 0; i < 7; i++) {
            String name = "lane-" + i;
            put(alarm -> alarm.alarmName(name));
        }
        put(alarm -> alarm.alarmName("other").alarmActions(POLICY).metricName("Age"));
        cloud.depth(40);
        cloud.tick();

        assertThat(cloud.client.describeAlarmsPaginator(d -> d.maxRecords(3)).metricAlarms())
                .hasSize(8);
        assertThat(cloud.client.describeAlarms(d -> d.alarmNamePrefix("lane-")).metricAlarms())
                .hasSize(7);
        assertThat(cloud.client
                        .describeAlarms(d -> d.stateValue(StateValue.INSUFFICIENT_DATA))
                        .metricAlarms())
                .extracting(MetricAlarm::alarmName)
                .containsExactly("other");
        assertThat(cloud.client
                        .describeAlarms(d -> d.actionPrefix("arn:aws:autoscaling"))
                        .metricAlarms())
                .hasSize(1);
        assertThat(cloud.client
                        .describeAlarmsForMetric(d -> d.namespace("Work").metricName("Age"))
                        .metricAlarms())
                .hasSize(1);
    }

    @Test
    void whatCloudWatchRefusesIsRefused() {
        refused(alarm -> alarm.period(45), "10, 20, 30 or a multiple of 60");
        refused(alarm -> alarm.evaluationPeriods(2).datapointsToAlarm(3), "3 of 2");
        refused(alarm -> alarm.comparisonOperator("Larger"), "Value 'Larger' at 'comparisonOperator'");
        refused(alarm -> alarm.treatMissingData("skip"), "Value 'skip' at 'treatMissingData'");
        refused(alarm -> alarm.threshold(null), "Threshold is required");
        refused(alarm -> alarm.statistic((Statistic) null), "Statistic is required");
        refused(alarm -> alarm.alarmActions("somebody"), "Invalid arn syntax: somebody");
        refused(alarm -> alarm.period(300).evaluationPeriods(289), "more than a day");
        refused(alarm -> alarm.period(3600).evaluationPeriods(7 * 24 + 1), "more than seven days");
        assertThatThrownBy(() -> put(alarm -> alarm.metrics(stat("m1", "Depth"))))
                .isInstanceOf(InvalidParameterCombinationException.class);
        assertThatThrownBy(() -> cloud.client.deleteAlarms(d -> d.alarmNames("absent")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(cloud.client.describeAlarms().metricAlarms()).isEmpty();
    }

    @Test
    void anAlarmOnHoursMayLookAtAWeek() {
        put(alarm -> alarm.period(3600).evaluationPeriods(7 * 24));

        assertThat(alarm().evaluationPeriods()).isEqualTo(7 * 24);
    }

    private void refused(Consumer<PutMetricAlarmRequest.Builder> mistake, String sentence) {
        assertThatThrownBy(() -> put(mistake))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining(sentence);
    }
}
