package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.ActionsSuppressedBy;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompositeAlarmsTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-2:000000000000:on-call";

    @TempDir
    private Path directory;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private WatchedCloud cloud;

    @BeforeEach
    void start() {
        cloud = new WatchedCloud(directory);
        cloud.service.notifies((arn, subject, message) -> told.add(message));
        watch("deep");
        watch("old");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    /** An alarm that a test sets by hand: its data is always missing and ignored. */
    private void watch(String name) {
        cloud.client.putMetricAlarm(alarm -> alarm.alarmName(name)
                .namespace("Work")
                .metricName("Nothing")
                .statistic(Statistic.MAXIMUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(10.0)
                .treatMissingData("ignore")
                .comparisonOperator("GreaterThanThreshold"));
    }

    private void compose(String name, String rule, Consumer<PutCompositeAlarmRequest.Builder> more) {
        cloud.client.putCompositeAlarm(alarm -> {
            alarm.alarmName(name).alarmRule(rule);
            more.accept(alarm);
        });
    }

    private void set(String name, StateValue state) {
        cloud.client.setAlarmState(s -> s.alarmName(name).stateValue(state).stateReason("a drill"));
    }

    private CompositeAlarm composite(String name) {
        return cloud.client
                .describeAlarms(d -> d.alarmNames(name).alarmTypes(AlarmType.COMPOSITE_ALARM))
                .compositeAlarms()
                .get(0);
    }

    @Test
    void aCompositeAlarmFollowsTheStatesOfOthersAndTellsATopic() {
        compose("both", "ALARM(deep) AND ALARM(old)", alarm -> alarm.alarmActions(TOPIC));
        cloud.tick();
        assertThat(composite("both").stateValue()).isEqualTo(StateValue.OK);

        set("deep", StateValue.ALARM);
        set("old", StateValue.ALARM);

        await().atMost(Duration.ofSeconds(5)).until(() -> !told.isEmpty());
        CompositeAlarm both = composite("both");
        assertThat(both.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(both.stateReason()).matches("arn:.*:alarm:(deep|old) transitioned to ALARM at Saturday 21 .*");
        JsonNode message = JsonMapper.shared().readTree(told.remove());
        assertThat(message.path("AlarmRule").asString()).isEqualTo("ALARM(deep) AND ALARM(old)");
        assertThat(message.path("TriggeringChildren")).hasSize(2);
        assertThat(cloud.client
                        .describeAlarmHistory(d -> d.alarmTypes(AlarmType.COMPOSITE_ALARM))
                        .alarmHistoryItems())
                .extracting(AlarmHistoryItem::historySummary)
                .contains("Alarm \"both\" created", "Alarm updated from OK to ALARM");
        assertThat(cloud.service.why("both"))
                .hasValueSatisfying(why -> assertThat(why).contains("deep is ALARM, old is ALARM"));
    }

    @Test
    void compositesOnCompositesAreEvaluatedInOneTick() {
        compose("inner", "ALARM(deep)", alarm -> {});
        compose("outer", "OK(inner) OR FALSE", alarm -> {});
        compose("a-last", "ALARM(outer)", alarm -> {});
        cloud.tick();

        assertThat(composite("a-last").stateValue()).isEqualTo(StateValue.ALARM);
    }

    @Test
    void theFamilyOfAnAlarmIsDescribed() {
        compose("both", "ALARM(deep) AND ALARM(old)", alarm -> {});

        assertThat(cloud.client.describeAlarms().compositeAlarms()).isEmpty();
        assertThat(cloud.client
                        .describeAlarms(d -> d.childrenOfAlarmName("both"))
                        .metricAlarms())
                .extracting(MetricAlarm::alarmName)
                .containsExactly("deep", "old");
        CompositeAlarm parent = cloud.client
                .describeAlarms(d -> d.parentsOfAlarmName("deep"))
                .compositeAlarms()
                .get(0);
        assertThat(parent.alarmName()).isEqualTo("both");
        assertThat(parent.alarmRule()).isNull();
    }

    @Test
    void actionsRestWhileTheSuppressorIsInAlarmAndRunAfterwards() {
        compose(
                "page",
                "ALARM(deep)",
                alarm -> alarm.alarmActions(TOPIC)
                        .actionsSuppressor("old")
                        .actionsSuppressorWaitPeriod(20)
                        .actionsSuppressorExtensionPeriod(20));
        cloud.tick();
        cloud.tick();
        cloud.tick();
        set("old", StateValue.ALARM);
        set("deep", StateValue.ALARM);
        cloud.tick();
        assertThat(composite("page").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(composite("page").actionsSuppressedBy()).isEqualTo(ActionsSuppressedBy.ALARM);

        set("old", StateValue.OK);
        cloud.tick();
        assertThat(composite("page").actionsSuppressedBy()).isEqualTo(ActionsSuppressedBy.EXTENSION_PERIOD);
        assertThat(told).isEmpty();
        cloud.tick();

        assertThat(told).hasSize(1);
        assertThat(composite("page").actionsSuppressedBy()).isNull();
    }

    @Test
    void whatOthersRestOnIsNotDeletedAndACycleIsLeftAlone() {
        compose("one", "ALARM(deep)", alarm -> {});
        compose("two", "ALARM(one)", alarm -> {});
        compose("one", "ALARM(two)", alarm -> {});
        cloud.tick();

        assertThatThrownBy(() -> cloud.client.deleteAlarms(d -> d.alarmNames("one")))
                .hasMessageContaining("composite alarm(s) depending on it: two");
        compose("two", "FALSE", alarm -> {});
        cloud.client.deleteAlarms(d -> d.alarmNames("one", "deep"));

        assertThat(cloud.client.describeAlarms().metricAlarms())
                .extracting(MetricAlarm::alarmName)
                .containsExactly("old");
    }

    @Test
    void compositeAlarmsAreThereAfterARestart() {
        compose("both", "ALARM(deep) AND ALARM(old)", alarm -> alarm.alarmActions(TOPIC));
        cloud.tick();
        CompositeAlarm before = composite("both");

        try (WatchedCloud again = new WatchedCloud(directory)) {
            assertThat(again.client
                            .describeAlarms(d -> d.alarmTypes(AlarmType.COMPOSITE_ALARM))
                            .compositeAlarms())
                    .containsExactly(before);
        }
    }

    @Test
    void whatCloudWatchRefusesIsRefused() {
        refused(() -> compose("c", "ALARM(absent)", alarm -> {}), "[absent] in the alarm rule do not exist");
        refused(() -> compose("c", "ALARM(deep", alarm -> {}), "AlarmRule is invalid");
        refused(() -> compose("c", "ALARM(c)", alarm -> {}), "needs its own state");
        refused(() -> compose("deep", "TRUE", alarm -> {}), "another type");
        refused(() -> compose("c", "TRUE", alarm -> alarm.actionsSuppressor("old")), "given together");
        refused(
                () -> compose(
                        "c",
                        "TRUE",
                        alarm -> alarm.alarmActions("arn:aws:autoscaling:eu-central-2:0:scalingPolicy:1:up")),
                "can't run");
        refused(() -> cloud.client.describeAlarms(d -> d.childrenOfAlarmName("c")), "no alarm named 'c'");
    }

    private static void refused(Runnable request, String sentence) {
        assertThatThrownBy(request::run).isInstanceOf(AwsServiceException.class).hasMessageContaining(sentence);
    }
}
