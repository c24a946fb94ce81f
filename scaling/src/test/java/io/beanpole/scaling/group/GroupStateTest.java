package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.PurchaseMix;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    private final GroupState<Member> group = new GroupState<>(
            new GroupSettings(
                    new GroupSize(1, 10, 2),
                    List.of(TerminationOrder.DEFAULT),
                    PurchaseMix.ALL_ON_DEMAND,
                    false,
                    Set.of()),
            Duration.ofSeconds(30));

    @Test
    void ofSeveralPoliciesAtOnceTheLargestCapacityHoldsInWhateverOrderTheyRun() {
        PolicyRun up = byAlarm(simple("up", 1));
        PolicyRun down = byAlarm(simple("down", -1));
        PolicyRun more = byAlarm(simple("more", 3));

        assertThat(group.run(List.of(down, up, more), NOW))
                .extracting(each -> each.result().rule(), PolicyEvaluated::prevails)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DecisionRule.OTHER_POLICY_WANTS_MORE, false),
                        org.assertj.core.groups.Tuple.tuple(DecisionRule.OTHER_POLICY_WANTS_MORE, false),
                        org.assertj.core.groups.Tuple.tuple(DecisionRule.ADJUSTED, true));
        assertThat(group.size().desired()).isEqualTo(5);
    }

    private static PolicyRun byAlarm(ScalingPolicy policy) {
        return PolicyRun.byAlarm(policy, true, "alarm of " + policy.name(), OptionalDouble.of(7), 5);
    }

    private static SimplePolicy simple(String name, int amount) {
        return new SimplePolicy(
                name, new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, amount, 0), Duration.ofSeconds(60));
    }
}
