package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final WatchedMetric DEPTH = WatchedMetric.of(MetricSource.VISIBLE, "Maximum", MINUTE);

    /** Visible and in flight together, on each instance in service. */
    private static final WatchedMetric LOAD = new WatchedMetric(
            List.of(
                    MetricTerm.metric("visible", MetricSource.VISIBLE, "Maximum"),
                    MetricTerm.metric("busy", MetricSource.IN_FLIGHT, "Maximum"),
                    MetricTerm.metric("serving", MetricSource.IN_SERVICE, "Minimum"),
                    MetricTerm.math("work", "visible + busy"),
                    MetricTerm.math("load", "work / serving")),
            "load",
            MINUTE);

    private final MetricHistory metrics = new MetricHistory(Duration.ofHours(1));
    private Instant now = Instant.parse("2026-11-21T14:00:00Z");

    @Test
    void anAlarmRunsItsPoliciesAtEveryEvaluationWhileItIsInAlarm() {
        AlarmBoard board = new AlarmBoard(design(alarm("deep", DEPTH, 2, 2, true)));

        assertThat(board.state("deep")).contains(AlarmState.INSUFFICIENT_DATA);
        minute(board, 9, 0, 1);
        assertThat(board.due()).isEmpty();
        minute(board, 9, 0, 1);
        assertThat(board.due()).extracting(PolicyRun::breach).containsExactly(new Breach(9, 5));
        minute(board, 12, 0, 1);
        assertThat(board.due()).extracting(PolicyRun::breach).containsExactly(new Breach(12, 5));
        minute(board, 0, 0, 1);
        assertThat(board.due()).isEmpty();
    }

    @Test
    void anAlarmWhoseActionsAreDisabledRunsNothing() {
        AlarmBoard board = new AlarmBoard(design(alarm("deep", DEPTH, 1, 1, false)));

        minute(board, 9, 0, 1);

        assertThat(board.state("deep")).contains(AlarmState.ALARM);
        assertThat(board.due()).isEmpty();
    }

    @Test
    void mathIsWorkedOutOverWhatItNamesAndDivisionByNoInstanceIsNoData() {
        AlarmBoard board = new AlarmBoard(design(alarm("loaded", LOAD, 1, 1, true)));

        minute(board, 8, 4, 2);
        assertThat(board.due()).extracting(PolicyRun::breach).containsExactly(new Breach(6, 5));
        AlarmEvaluated without = minute(board, 8, 4, 0);
        assertThat(without.decision().evaluated()).hasSize(1);
        assertThat(without.why()).startsWith("Alarm loaded: 1 of 1 values of 1 periods of 60 s is greater than 5.0");
    }

    @Test
    void aPolicyThatTracksATargetIsRunByItsOwnAlarms() {
        DesignedPolicy tracking =
                new DesignedPolicy(new TargetTrackingPolicy("load", 4, false, Duration.ZERO), true, LOAD);
        AlarmBoard board = new AlarmBoard(new ScalingDesign(
                "tracking", 1, 9, Duration.ofSeconds(360), null, List.of(), List.of(tracking), List.of()));
        GroupState<Member> group = new GroupState<>(
                GroupSettings.of(
                        new ScalingDesign("tracking", 2, 9, Duration.ZERO, null, List.of(), List.of(), List.of())),
                MINUTE);

        for (int i = 0; i < TargetTrackingPolicy.PERIODS_ABOVE; i++) {
            assertThat(board.due()).isEmpty();
            minute(board, 8, 4, 2);
        }

        group.run(board.due(), now);
        assertThat(group.size().desired()).isEqualTo(3);
        assertThat(board.range()).isEqualTo(Duration.ofMinutes(17));
    }

    @Test
    void policiesThatTrackTargetsRemoveInstancesOnlyWhenAllAreBelow() {
        DesignedPolicy load = tracking("load", LOAD);
        DesignedPolicy depth = tracking("depth", DEPTH);
        AlarmBoard board = new AlarmBoard(new ScalingDesign(
                "two", 1, 9, Duration.ofSeconds(360), null, List.of(), List.of(load, depth), List.of()));

        for (int i = 0; i < TargetTrackingPolicy.PERIODS_BELOW; i++) {
            minute(board, 4, 0, 4);
        }
        assertThat(board.due())
                .extracting(each -> each.policy().name(), PolicyRun::notBelow)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("load", "depth"));

        for (int i = 0; i < TargetTrackingPolicy.PERIODS_BELOW; i++) {
            minute(board, 0, 0, 4);
        }
        assertThat(board.due())
                .extracting(PolicyRun::notBelow)
                .containsOnlyNulls()
                .hasSize(2);
    }

    private static DesignedPolicy tracking(String name, WatchedMetric metric) {
        return new DesignedPolicy(new TargetTrackingPolicy(name, 4, false, Duration.ZERO), true, metric);
    }

    @Test
    void whatCannotBeWorkedOutIsRefusedWithASentence() {
        WatchedMetric circle =
                new WatchedMetric(List.of(MetricTerm.math("a", "b + 1"), MetricTerm.math("b", "a + 1")), "a", MINUTE);
        WatchedMetric stranger = new WatchedMetric(List.of(MetricTerm.math("a", "b + 1")), "a", MINUTE);
        WatchedMetric median = WatchedMetric.of(MetricSource.VISIBLE, "Median", MINUTE);

        assertThatThrownBy(() -> new MetricEvaluation(circle)).hasMessage("The expression of 'a' needs itself.");
        assertThatThrownBy(() -> new MetricEvaluation(stranger))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("'b' is used in an expression but names no metric");
        assertThatThrownBy(() -> new MetricEvaluation(median)).hasMessageContaining("asks for the statistic Median");
    }

    private AlarmEvaluated minute(AlarmBoard board, double visible, double inFlight, double serving) {
        metrics.put(MetricSource.VISIBLE, now, visible);
        metrics.put(MetricSource.IN_FLIGHT, now, inFlight);
        metrics.put(MetricSource.IN_SERVICE, now, serving);
        now = now.plus(MINUTE);
        return board.evaluate(now, metrics).get(0);
    }

    private static DesignedAlarm alarm(String name, WatchedMetric metric, int toAlarm, int periods, boolean enabled) {
        AlarmRule rule = new AlarmRule(Comparison.GREATER, 5, periods, toAlarm, MissingData.MISSING);
        return new DesignedAlarm(name, metric, rule, List.of("up", "gone"), enabled);
    }

    private static ScalingDesign design(DesignedAlarm alarm) {
        SimplePolicy up =
                new SimplePolicy("up", new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, 1, 0), Duration.ofSeconds(60));
        return new ScalingDesign(
                "design",
                1,
                4,
                Duration.ofSeconds(360),
                null,
                List.of(alarm),
                List.of(new DesignedPolicy(up, true, null)),
                List.of());
    }
}
