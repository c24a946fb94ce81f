package io.beanpole.scaling.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.advice.Proposal.Reason;
import io.beanpole.scaling.check.DesignCheck;
import io.beanpole.scaling.check.LaneTraits;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.group.MetricEvaluation;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.StepPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisorTest {
    private static final GroupActivity QUIET = GroupActivity.quiet(Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 4", "1, 22", "2, 6", "1, 60", "3, 1000", "10, 10000"})
    void levelsBeginAtTheMinimumEndAtTheMaximumAndFitIntoTwentySteps(int minimum, int maximum) {
        CapacityLevels levels = CapacityLevels.between(minimum, maximum);

        assertThat(levels.sizes())
                .startsWith(minimum)
                .endsWith(maximum)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(levels.up()).hasSizeLessThanOrEqualTo(CapacityLevels.MOST_STEPS);
        assertThat(levels.down()).hasSizeLessThanOrEqualTo(CapacityLevels.MOST_STEPS);
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 6", "1, 400"})
    void whateverIsNeededTheGroupGetsAsMuchAndNoLevelMore(int minimum, int maximum) {
        CapacityLevels levels = CapacityLevels.between(minimum, maximum);
        StepPolicy grow = (StepPolicy) policy(ProposedDesign.GROW_POLICY, minimum, maximum);
        for (double needed = minimum + 0.25; needed < maximum + 20; needed += 0.5) {
            int after = grow.decide(new GroupSize(minimum, maximum, minimum), QUIET, new Breach(needed, minimum))
                    .after();
            assertThat(after).isGreaterThanOrEqualTo((int) Math.min(maximum, Math.ceil(needed)));
            int before = levels.sizes().indexOf(after) - 1;
            assertThat(levels.sizes().get(before)).isLessThan((int) Math.ceil(needed));
        }
    }

    @Test
    void shrinkingLeavesWhatWasBusy() {
        StepPolicy shrink = (StepPolicy) policy(ProposedDesign.SHRINK_POLICY, 1, 60);
        int threshold = CapacityLevels.between(1, 60).highestDown();
        for (double busy = 0; busy <= threshold; busy += 0.5) {
            int after = shrink.decide(new GroupSize(1, 60, 60), QUIET, new Breach(busy, threshold))
                    .after();
            assertThat(after).isGreaterThanOrEqualTo((int) Math.ceil(busy)).isLessThan(60);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "1, 60", "2, 6", "3, 400"})
    void theAlarmThatShrinksIsOnlyOnWhereItsPolicyShrinks(int minimum, int maximum) {
        ScalingDesign design = Advisor.propose(target(minimum, maximum, Duration.ofSeconds(30), 2))
                .design();
        DesignedAlarm alarm = alarm(design, ProposedDesign.SHRINK);
        StepPolicy policy = (StepPolicy)
                design.policy(ProposedDesign.SHRINK_POLICY).orElseThrow().policy();
        for (int desired = minimum + 1; desired <= maximum; desired++) {
            for (int tasks = 0; tasks <= 2 * desired + 4; tasks++) {
                double value =
                        value(alarm, Map.of("visible", tasks / 2, "inflight", tasks - tasks / 2, "desired", desired));
                if (!alarm.rule().comparison().breaches(value, alarm.rule().threshold())) {
                    continue;
                }
                GroupSize size = new GroupSize(minimum, maximum, desired);
                assertThat(policy.decide(
                                        size,
                                        QUIET,
                                        new Breach(value, alarm.rule().threshold()))
                                .after())
                        .isLessThan(desired)
                        .isGreaterThanOrEqualTo((tasks + 1) / 2);
            }
        }
    }

    @Test
    void aGroupWithoutGapsShrinksByOneAsSoonAsOneIsOver() {
        DesignedAlarm alarm = alarm(Advisor.propose(target(150, 15)).design(), ProposedDesign.SHRINK);

        assertThat(value(alarm, Map.of("visible", 0, "inflight", 6, "desired", 4)))
                .isEqualTo(3);
        assertThat(value(alarm, Map.of("visible", 0, "inflight", 7, "desired", 4)))
                .isEqualTo(15);
    }

    @Test
    void whereTheQueueReportsLaterThanTheGroupTheNewestMinuteHasNoValueInsteadOfNoNeed() {
        DesignedAlarm alarm = alarm(Advisor.propose(target(150, 60)).design(), ProposedDesign.GROW);

        assertThat(value(alarm, Map.of("desired", 1))).isNaN();
        assertThat(value(alarm, Map.of("sent", 40, "desired", 1))).isNaN();
        assertThat(value(alarm, Map.of("sent", 40, "visible", 20, "desired", 1)))
                .isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "10, 50", "250, 8", "30000, 2", "7000, 3"})
    void coefficientsKeepTheirDigitsHoweverShortATaskIs(long serviceMillis, int slots) {
        LaneTarget target = target(1, 60, Duration.ofMillis(serviceMillis), slots);
        DesignedAlarm alarm = alarm(Advisor.propose(target).design(), ProposedDesign.GROW);
        double exact = serviceMillis / 1000.0 / slots;

        assertThat(value(alarm, Map.of("sent", 10_000_000, "visible", 0, "desired", 0)))
                .isCloseTo(10_000_000 / 60.0 * exact, Percentage.withPercentage(0.001));
        assertThat(value(alarm, Map.of("sent", 0, "visible", 10_000_000, "desired", 0)))
                .isCloseTo(10_000_000 / 60.0 * exact, Percentage.withPercentage(0.001));
    }

    @Test
    void eachAlarmAndPolicyHasItsReasons() {
        Proposal proposal = Advisor.propose(target(150, 60));

        assertThat(proposal.reasons())
                .extracting(Reason::part)
                .contains(ProposedDesign.GROW, ProposedDesign.SHRINK, ProposedDesign.GROW_POLICY);
        assertThat(proposal.reasons()).allMatch(each -> each.why().endsWith("."));
    }

    @Test
    void theCheckOfDesignsFindsNothingWrongWithTheProposal() {
        LaneTraits worker = new LaneTraits(true, true, Duration.ofSeconds(150));

        assertThat(DesignCheck.of(Advisor.propose(target(150, 60)).design(), worker))
                .isEmpty();
    }

    @Test
    void theWarmUpIsTheBootButNeverShorterThanMetricsAreOld() {
        assertThat(warmUp(target(150, 60))).isEqualTo(Duration.ofSeconds(150));
        assertThat(warmUp(target(15, 60))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aTargetThatCannotBeIsRefusedWithTheReason() {
        assertThatThrownBy(() -> target(150, 1))
                .isInstanceOf(ScalingException.class)
                .hasMessage("No design can be proposed: the maximum is 1; it must be above the minimum of 1.");
    }

    private static Duration warmUp(LaneTarget target) {
        return ((StepPolicy) Advisor.propose(target).design().policies().get(0).policy()).warmUp();
    }

    private static ScalingPolicy policy(String name, int minimum, int maximum) {
        LaneTarget target = new LaneTarget(
                Duration.ofMinutes(2), Duration.ofSeconds(30), 2, Duration.ofSeconds(150), minimum, maximum);
        return Advisor.propose(target).design().policy(name).orElseThrow().policy();
    }

    private static LaneTarget target(int minimum, int maximum, Duration service, int slots) {
        return new LaneTarget(Duration.ofMinutes(2), service, slots, Duration.ofSeconds(150), minimum, maximum);
    }

    private static DesignedAlarm alarm(ScalingDesign design, String name) {
        return design.alarms().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What an alarm compares in a minute in which the terms were these; NaN where it has no value. */
    private static double value(DesignedAlarm alarm, Map<String, Integer> terms) {
        Map<MetricSource, String> ids = alarm.metric().terms().stream()
                .filter(each -> each.source() != null)
                .collect(Collectors.toMap(each -> Objects.requireNonNull(each.source()), MetricTerm::id));
        Grid minute = Grid.endingAt(Instant.EPOCH, Duration.ofMinutes(1), 1);
        return new MetricEvaluation(alarm.metric())
                .over(minute, (source, statistic, grid) -> {
                    Integer value = terms.get(ids.get(source));
                    return Series.of(value == null ? Double.NaN : value);
                })
                .get(0);
    }

    private static LaneTarget target(int bootSeconds, int maximum) {
        return new LaneTarget(
                Duration.ofMinutes(2), Duration.ofSeconds(30), 2, Duration.ofSeconds(bootSeconds), 1, maximum);
    }
}
