package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.PurchaseMix;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that reference 5 and AWS's own pages name, as one table each. */
class ReferenceExamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final double OPEN = Double.POSITIVE_INFINITY;

    /** AWS's guide to step scaling, threshold 50: offsets 0, 10, 20 and -10, -20. */
    private static final StepPolicy GUIDE = new StepPolicy(
            "guide",
            AdjustmentType.PERCENT_CHANGE_IN_CAPACITY,
            List.of(
                    new Step(-OPEN, -20, -30),
                    new Step(-20, -10, -10),
                    new Step(-10, 0, 0),
                    new Step(0, 10, 0),
                    new Step(10, 20, 10),
                    new Step(20, OPEN, 30)),
            0,
            Duration.ofSeconds(240));

    @ParameterizedTest
    @CsvSource({
        // value, capacity before, warming, capacity after
        "59.9, 10, 0, 10",
        "60, 10, 0, 11",
        "69.9, 10, 0, 11",
        "70, 11, 1, 13",
        "60, 13, 0, 14",
        "62, 14, 4, 14",
        "40.1, 10, 0, 10",
        "40, 10, 0, 9",
        "30.1, 10, 0, 9",
        "30, 10, 0, 7",
        "30, 10, 1, 10",
        "50, 10, 0, 10"
    })
    void theStepsOfAwssGuide(double value, int before, int warming, int after) {
        GroupActivity activity = new GroupActivity(NOW, warming > 0, warming, 0, null);

        assertThat(GUIDE.decide(new GroupSize(0, 100, before), activity, new Breach(value, 50))
                        .after())
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        // type, amount, least number, capacity before, wanted: reference 5.1 and AWS's page on adjustment types
        "ChangeInCapacity, 5, 0, 3, 8",
        "ChangeInCapacity, -1, 0, 4, 3",
        "ExactCapacity, 5, 0, 3, 5",
        "PercentChangeInCapacity, 10, 0, 10, 11",
        "PercentChangeInCapacity, 25, 2, 4, 6",
        "PercentChangeInCapacity, 127, 0, 10, 22",
        "PercentChangeInCapacity, -667, 0, 1, -5",
        "PercentChangeInCapacity, 67, 0, 1, 2",
        "PercentChangeInCapacity, -58, 0, 1, 0"
    })
    void theRoundingOfAwssGuide(String type, int amount, int least, int before, int wanted) {
        assertThat(new Adjustment(AdjustmentType.of(type), amount, least).appliedTo(before))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        // A backlog of 1,500 at 10 instances, 100 accepted by each: AWS's page on scaling by SQS; reference 5.4.
        "150, 100, 10, 15",
        "100, 100, 10, 10",
        "90, 100, 10, 9",
        "101, 100, 10, 11",
        "0, 100, 10, 1",
        "5000, 100, 10, 40"
    })
    void theBacklogOfEachInstance(double backlog, double accepted, int before, int after) {
        TargetTrackingPolicy policy = new TargetTrackingPolicy("backlog", accepted, false, Duration.ofSeconds(300));

        assertThat(policy.decide(
                                new GroupSize(1, 40, before),
                                GroupActivity.quiet(NOW),
                                new Breach(backlog, policy.high()))
                        .after())
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 50, 7", "4, 4, 50, 4", "3, 4, 50, 3", "10, 0, 0, 0", "10, 0, 70, 7"})
    void onDemandAndSpot(int wanted, int base, int percent, int onDemand) {
        assertThat(new PurchaseMix(base, percent).onDemandOf(wanted)).isEqualTo(onDemand);
    }

    /** Three values above the target add instances, fifteen a tenth below it remove them. */
    @Test
    void theTwoAlarmsOfAPolicyThatTracksATarget() {
        WatchedMetric backlog = WatchedMetric.of(MetricSource.VISIBLE, "Maximum", Duration.ofMinutes(1));
        DesignedPolicy policy =
                new DesignedPolicy(new TargetTrackingPolicy("backlog", 100, false, Duration.ZERO), true, backlog);
        DesignedPolicy keeps =
                new DesignedPolicy(new TargetTrackingPolicy("keeps", 100, true, Duration.ZERO), true, backlog);

        assertThat(TargetAlarms.of(policy))
                .extracting(DesignedAlarm::rule)
                .extracting(AlarmRule::threshold, AlarmRule::evaluationPeriods, AlarmRule::datapointsToAlarm)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(100.0, 3, 3),
                        org.assertj.core.groups.Tuple.tuple(90.0, 15, 15));
        assertThat(TargetAlarms.of(keeps)).hasSize(1);
    }

    /** The Sum of a gauge over five minutes is about five times the depth: AWS's sample, with 20 for 4 (reference 4). */
    @ParameterizedTest
    @CsvSource({"Sum, 300, 20", "Maximum, 60, 4", "Average, 300, 4"})
    void theSumOfAGauge(String statistic, int period, double expected) {
        MetricHistory history = new MetricHistory(Duration.ofHours(1));
        IntStream.range(0, 5).forEach(i -> history.put(MetricSource.VISIBLE, NOW.plusSeconds(60L * i), 4));
        WatchedMetric watched = WatchedMetric.of(MetricSource.VISIBLE, statistic, Duration.ofSeconds(period));

        assertThat(new MetricEvaluation(watched)
                        .over(
                                io.beanpole.scaling.metric.Grid.endingAt(
                                        NOW.plusSeconds(300), Duration.ofSeconds(period), 1),
                                history)
                        .get(0))
                .isEqualTo(expected);
    }

    /** Elastic Beanstalk sets a cooldown of 360 s, where a plain group has 300 (reference 5.1). */
    @Test
    void theCooldownOfElasticBeanstalk() {
        assertThat(ScalingDesign.ELASTIC_BEANSTALK_COOLDOWN).hasSeconds(360);
    }
}
