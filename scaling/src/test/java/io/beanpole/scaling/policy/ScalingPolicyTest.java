package io.beanpole.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final double OPEN = Double.POSITIVE_INFINITY;

    /** The example of AWS's guide: at a threshold of 50, 60 adds 10 %, 70 adds 30 %; 40 removes 10 %, 30 removes 30 %. */
    private static final StepPolicy OUT = percent(new Step(0, 10, 0), new Step(10, 20, 10), new Step(20, OPEN, 30));

    private static final StepPolicy IN =
            percent(new Step(-10, 0, 0), new Step(-20, -10, -10), new Step(-OPEN, -20, -30));

    @ParameterizedTest
    @CsvSource({"50, 10", "59, 10", "60, 11", "69, 11", "70, 13", "500, 13"})
    void aboveTheThresholdTheLowerEndOfAStepBelongsToIt(double value, int expected) {
        assertThat(OUT.decide(size(10), quiet(), new Breach(value, 50)).after()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"50, 10", "41, 10", "40, 9", "31, 9", "30, 7", "0, 7"})
    void belowTheThresholdTheUpperEndOfAStepBelongsToIt(double value, int expected) {
        assertThat(IN.decide(size(10), quiet(), new Breach(value, 50)).after()).isEqualTo(expected);
    }

    /** AWS's example goes on: one of 11 warms up. The same step adds nothing; 70 adds 3 less the one. */
    @ParameterizedTest
    @CsvSource({"62, 11, WARMING_IS_ENOUGH", "70, 13, ADJUSTED"})
    void whatWarmsUpCountsAsAdded(double value, int expected, DecisionRule rule) {
        ScalingDecision decision = OUT.decide(size(11), warming(1), new Breach(value, 50));

        assertThat(decision.after()).isEqualTo(expected);
        assertThat(decision.rule()).isEqualTo(rule);
    }

    @Test
    void noInstanceGoesWhileOthersWarmUp() {
        ScalingDecision decision = IN.decide(size(11), warming(1), new Breach(20, 50));

        assertThat(decision.changes()).isFalse();
        assertThat(decision.rule()).isEqualTo(DecisionRule.WARMING_BLOCKS_SCALE_IN);
        assertThat(decision.why()).isEqualTo("Policy step waits: no instance goes while 1 warm up.");
    }

    @Test
    void whatIsEndingCountsAsRemoved() {
        StepPolicy one = step(AdjustmentType.CHANGE_IN_CAPACITY, new Step(-OPEN, 0, -1));

        ScalingDecision decision =
                one.decide(new GroupSize(1, 4, 2), new GroupActivity(NOW, true, 0, 1, null), new Breach(0, 5));

        assertThat(decision.after()).isEqualTo(2);
        assertThat(decision.rule()).isEqualTo(DecisionRule.TERMINATING_IS_ENOUGH);
    }

    @Test
    void aBreachThatLastsReachesItsCapacityOnceAndStaysThere() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int before = 1 + random.nextInt(10);
            StepPolicy policy = step(AdjustmentType.CHANGE_IN_CAPACITY, new Step(0, OPEN, 1 + random.nextInt(5)));
            GroupSize size = new GroupSize(1, 12, before);
            int first = policy.decide(size, quiet(), new Breach(9, 5)).after();

            for (int tick = 0; tick < 4; tick++) {
                size = size.withDesired(policy.decide(size, warming(size.desired() - before), new Breach(9, 5))
                        .after());
            }

            assertThat(size.desired()).isEqualTo(first);
        }
    }

    @Test
    void everyDecisionStaysWithinTheBoundsAndItsSentenceTellsTheRule() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            int min = random.nextInt(4);
            int max = min + random.nextInt(6);
            GroupSize size = new GroupSize(min, max, min + random.nextInt(max - min + 1));
            AdjustmentType type = AdjustmentType.values()[random.nextInt(3)];
            int amount = type == AdjustmentType.EXACT_CAPACITY ? random.nextInt(12) : random.nextInt(41) - 20;
            StepPolicy policy = step(type, new Step(-OPEN, OPEN, amount));
            GroupActivity activity =
                    new GroupActivity(NOW, true, random.nextInt(size.desired() + 1), random.nextInt(3), null);

            ScalingDecision decision = policy.decide(size, activity, new Breach(random.nextInt(20), 10));

            assertThat(decision.after()).isBetween(min, max);
            assertThat(decision.why()).endsWith(".").contains("step");
            boolean acts = decision.rule() == DecisionRule.ADJUSTED || decision.rule() == DecisionRule.CLAMPED;
            assertThat(decision.changes()).isEqualTo(acts);
        }
    }

    @Test
    void aSimplePolicyWaitsForTheActivityAndThenForTheCooldown() {
        SimplePolicy policy = simple("more", 1);
        GroupActivity running = new GroupActivity(NOW, true, 0, 0, null);
        GroupActivity cooling = new GroupActivity(NOW, false, 0, 0, NOW.plusSeconds(1));
        GroupActivity over = new GroupActivity(NOW, false, 0, 0, NOW);

        assertThat(policy.decide(size(2), running, null).rule()).isEqualTo(DecisionRule.ACTIVITY_RUNS);
        assertThat(policy.decide(size(2), cooling, null).rule()).isEqualTo(DecisionRule.COOLDOWN);
        assertThat(policy.decide(size(2), over, null).after()).isEqualTo(3);
    }

    @Test
    void theSentenceNamesTheBoundThatCutsAPolicy() {
        ScalingDecision decision = simple("more", 5).decide(new GroupSize(1, 4, 2), quiet(), null);

        assertThat(decision)
                .isEqualTo(new ScalingDecision(
                        "more",
                        2,
                        4,
                        DecisionRule.CLAMPED,
                        "Policy more adds 5 at a capacity of 2, cut to the maximum of 4: the desired capacity becomes"
                                + " 4."));
        assertThat(simple("more", 5)
                        .decide(new GroupSize(1, 4, 4), quiet(), null)
                        .why())
                .isEqualTo(
                        "Policy more adds 5 at a capacity of 4, the bounds are 1 to 4: the desired capacity stays 4.");
    }

    @Test
    void ofSeveralPoliciesTheLargestCapacityWins() {
        ScalingDecision more = simple("more", 2).decide(size(5), quiet(), null);
        ScalingDecision fewer = simple("fewer", -3).decide(size(5), quiet(), null);
        ScalingDecision fewest = simple("fewest", -4).decide(size(5), quiet(), null);

        assertThat(ScalingDecision.largest(List.of(fewer, more, fewest))).isSameAs(more);
        assertThat(ScalingDecision.largest(List.of(fewest, fewer))).isSameAs(fewer);
        assertThat(fewer.beside(more).after()).isEqualTo(5);
        assertThat(fewest.beside(fewer).after()).isEqualTo(2);
        assertThat(fewest.beside(fewer).why())
                .isEqualTo("Policy fewest wants 1 instances, policy fewer wants 2 at the same time; the larger capacity"
                        + " holds: 2.");
        assertThat(more.beside(fewer)).isSameAs(more);
        assertThatThrownBy(() -> ScalingDecision.largest(List.of())).isInstanceOf(ScalingException.class);
    }

    @Test
    void stepsWithoutAnOpenEndOrWithGapsAreRefused() {
        refused("leave a gap from 5.0 to 6.0", new Step(0, 5, 1), new Step(6, OPEN, 2));
        refused("overlap between 4.0 and 5.0", new Step(0, 5, 1), new Step(4, OPEN, 2));
        refused("must leave out MetricIntervalUpperBound", new Step(0, 5, 1));
        refused("must leave out MetricIntervalLowerBound", new Step(-5, 0, -1));
        refused("has no step");
        assertThatThrownBy(() -> new Step(-1, 1, 1)).hasMessageContaining("split it at 0");
        assertThatThrownBy(() -> new Step(1, 1, 1)).hasMessageContaining("must be below");
        assertThatThrownBy(() -> OUT.decide(size(1), quiet(), null)).hasMessageContaining("MetricValue");
    }

    @Test
    void aBreachOnTheOtherSideHasNoStep() {
        assertThat(OUT.decide(size(10), quiet(), new Breach(49, 50)).rule()).isEqualTo(DecisionRule.NO_STEP);
    }

    private static void refused(String why, Step... steps) {
        assertThatThrownBy(() -> step(AdjustmentType.CHANGE_IN_CAPACITY, steps))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining(why);
    }

    private static SimplePolicy simple(String name, int amount) {
        return new SimplePolicy(
                name, new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, amount, 0), Duration.ofSeconds(60));
    }

    private static StepPolicy percent(Step... steps) {
        return step(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, steps);
    }

    private static StepPolicy step(AdjustmentType type, Step... steps) {
        return new StepPolicy("step", type, new ArrayList<>(List.of(steps)), 0, Duration.ofMinutes(4));
    }

    private static GroupSize size(int desired) {
        return new GroupSize(1, 20, desired);
    }

    private static GroupActivity quiet() {
        return GroupActivity.quiet(NOW);
    }

    private static GroupActivity warming(int instances) {
        return new GroupActivity(NOW, true, instances, 0, null);
    }
}
