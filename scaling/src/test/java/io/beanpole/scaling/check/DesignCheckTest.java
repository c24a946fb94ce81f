package io.beanpole.scaling.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.Classics;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignCheckTest {
    private static final LaneTarget LANE =
            new LaneTarget(Duration.ofMinutes(2), Duration.ofSeconds(30), 2, Duration.ofSeconds(150), 1, 40);
    private static final LaneTraits UNPROTECTED = new LaneTraits(true, false, null);
    private static final LaneTraits PROTECTED = new LaneTraits(true, true, null);
    private static final double OPEN = Double.POSITIVE_INFINITY;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theSampleHasItsFourFlawsAndNoOther() {
        assertThat(DesignCheck.of(Classics.awsSample(LANE), UNPROTECTED))
                .extracting(Finding::flaw)
                .containsOnly(Flaw.SUMMED_GAUGE, Flaw.DEFAULT_TRIGGER, Flaw.IN_FLIGHT_IGNORED, Flaw.BUSY_KILLED);
    }

    @Test
    void aSummedGaugeIsToldWithTheDepthThatItsThresholdReallyIs() {
        assertThat(DesignCheck.of(Classics.awsSample(LANE), UNPROTECTED))
                .filteredOn(each -> each.flaw() == Flaw.SUMMED_GAUGE)
                .extracting(Finding::consequence)
                .contains("The sum is about 5 times the depth: a threshold of 20 is a depth of about 4.");
    }

    @Test
    void nothingIsWrongWithTheProposal() {
        assertThat(DesignCheck.of(Advisor.propose(LANE).design(), PROTECTED)).isEmpty();
    }

    @Test
    void nothingIsWrongWithStepsThatWaitAQuarterOfAnHourForQuiet() {
        assertThat(DesignCheck.of(Classics.stepScaling(LANE), UNPROTECTED)).isEmpty();
    }

    @Test
    void theOwnTriggerOfAWebEnvironmentIsNoFlaw() {
        ScalingDesign web = design(
                1,
                4,
                List.of(alarm(
                        "AWSEBCloudwatchAlarmLow",
                        new MetricSource("AWS/EC2", "NetworkOut", MetricSubject.OTHER),
                        Comparison.LESS,
                        MissingData.MISSING,
                        "Down")),
                step("Down", -1, MINUTE));

        assertThat(DesignCheck.of(web, new LaneTraits(false, false, null))).isEmpty();
    }

    @Test
    void anAlarmOnTheQueueThatRunsNothingIsFound() {
        assertFlaws(
                design(
                        1,
                        4,
                        List.of(alarm("High", MetricSource.VISIBLE, Comparison.GREATER, MissingData.NOT_BREACHING))),
                Flaw.RUNS_NOTHING);
    }

    @Test
    void aPolicyThatNoAlarmRunsIsFound() {
        assertFlaws(design(1, 4, List.of(), step("Up", 1, MINUTE)), Flaw.NEVER_RUN);
    }

    @Test
    void aGroupThatMayHaveOneSizeOnlyIsFound() {
        assertFlaws(growing(2, 2, MetricSource.VISIBLE, MissingData.NOT_BREACHING), Flaw.FIXED_SIZE);
    }

    @Test
    void aGroupThatGrowsWhileItsQueueIsSilentIsFound() {
        assertFlaws(growing(1, 4, MetricSource.VISIBLE, MissingData.BREACHING), Flaw.MISSING_DATA);
    }

    @Test
    void scalingByDeadLettersIsFound() {
        MetricSource dead =
                new MetricSource("AWS/SQS", "ApproximateNumberOfMessagesVisible", MetricSubject.DEAD_LETTER_QUEUE);
        assertFlaws(growing(1, 4, dead, MissingData.NOT_BREACHING), Flaw.DEAD_LETTERS);
    }

    @Test
    void aWarmUpShorterThanTheBootIsFound() {
        assertThat(DesignCheck.of(
                        growing(1, 4, MetricSource.VISIBLE, MissingData.NOT_BREACHING),
                        new LaneTraits(true, true, Duration.ofSeconds(150))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.flaw()).isEqualTo(Flaw.SHORT_WARM_UP);
                    assertThat(found.repair()).isEqualTo("EstimatedInstanceWarmup: 150 or more.");
                });
    }

    @Test
    void stepsThatBeginPastTheThresholdAreFound() {
        DesignedPolicy gap = new DesignedPolicy(
                new StepPolicy("Up", AdjustmentType.CHANGE_IN_CAPACITY, List.of(new Step(5, OPEN, 1)), 0, MINUTE),
                true,
                null);
        assertFlaws(
                design(
                        1,
                        4,
                        List.of(alarm(
                                "High", MetricSource.VISIBLE, Comparison.GREATER, MissingData.NOT_BREACHING, "Up")),
                        gap),
                Flaw.STEP_GAP);
    }

    private static void assertFlaws(ScalingDesign design, Flaw... flaws) {
        assertThat(DesignCheck.of(design, PROTECTED)).extracting(Finding::flaw).containsExactly(flaws);
    }

    private static ScalingDesign growing(int minimum, int maximum, MetricSource metric, MissingData missing) {
        return design(
                minimum,
                maximum,
                List.of(alarm("High", metric, Comparison.GREATER, missing, "Up")),
                step("Up", 1, MINUTE));
    }

    private static DesignedPolicy step(String name, int change, Duration warmUp) {
        Step step = change > 0 ? new Step(0, OPEN, change) : new Step(-OPEN, 0, change);
        return new DesignedPolicy(
                new StepPolicy(name, AdjustmentType.CHANGE_IN_CAPACITY, List.of(step), 0, warmUp), true, null);
    }

    private static DesignedAlarm alarm(
            String name, MetricSource metric, Comparison comparison, MissingData missing, String... runs) {
        return new DesignedAlarm(
                name,
                WatchedMetric.of(metric, "Maximum", MINUTE),
                new AlarmRule(comparison, 10, 1, 1, missing),
                List.of(runs),
                true);
    }

    private static ScalingDesign design(
            int minimum, int maximum, List<DesignedAlarm> alarms, DesignedPolicy... policies) {
        return new ScalingDesign(
                "lane",
                minimum,
                maximum,
                ScalingDesign.ELASTIC_BEANSTALK_COOLDOWN,
                null,
                alarms,
                List.of(policies),
                List.of());
    }
}
