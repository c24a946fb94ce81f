package io.beanpole.cloud.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyDemandsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final PolicyDemands demands = new PolicyDemands(Duration.ofSeconds(10));

    @Test
    void whileAnotherPolicyWantsMoreNoInstanceGoes() {
        demands.settle(decided("up", 2, 3, DecisionRule.ADJUSTED), NOW);

        ScalingDecision down = demands.settle(decided("down", 3, 2, DecisionRule.ADJUSTED), NOW.plusSeconds(9));

        assertThat(down.after()).isEqualTo(3);
        assertThat(down.rule()).isEqualTo(DecisionRule.OTHER_POLICY_WANTS_MORE);
    }

    @Test
    void aDemandStandsForOneIntervalOnly() {
        demands.settle(decided("up", 2, 3, DecisionRule.ADJUSTED), NOW);

        assertThat(demands.settle(decided("down", 3, 2, DecisionRule.ADJUSTED), NOW.plusSeconds(10))
                        .after())
                .isEqualTo(2);
    }

    @Test
    void aPolicyThatWaitsDemandsNothing() {
        demands.settle(decided("slow", 3, 3, DecisionRule.COOLDOWN), NOW);

        assertThat(demands.settle(decided("down", 3, 2, DecisionRule.ADJUSTED), NOW)
                        .after())
                .isEqualTo(2);
    }

    private static ScalingDecision decided(String policy, int before, int after, DecisionRule rule) {
        return new ScalingDecision(policy, before, after, rule, "Because.");
    }
}
