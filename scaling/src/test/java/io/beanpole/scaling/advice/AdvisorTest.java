package io.beanpole.scaling.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.advice.Proposal.Reason;
import io.beanpole.scaling.check.DesignCheck;
import io.beanpole.scaling.check.LaneTraits;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.StepPolicy;
import java.time.Duration;
import java.time.Instant;
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

    private static LaneTarget target(int bootSeconds, int maximum) {
        return new LaneTarget(
                Duration.ofMinutes(2), Duration.ofSeconds(30), 2, Duration.ofSeconds(bootSeconds), 1, maximum);
    }
}
