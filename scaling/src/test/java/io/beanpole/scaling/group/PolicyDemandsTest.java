package io.beanpole.scaling.group;

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
    void aDemandStandsUntilItsTimeIsOver() {
        ScalingDecision up = decided("up", 3, DecisionRule.ADJUSTED);
        demands.add(up, NOW);

        assertThat(demands.standing(NOW.plusMillis(9_999))).containsExactly(up);
        assertThat(demands.standing(NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void thePresentDemandOfAPolicyTakesThePlaceOfItsLastOne() {
        demands.add(decided("up", 3, DecisionRule.ADJUSTED), NOW);
        demands.add(decided("up", 2, DecisionRule.NOTHING_TO_CHANGE), NOW.plusSeconds(5));

        assertThat(demands.standing(NOW.plusSeconds(12)))
                .extracting(ScalingDecision::after)
                .containsExactly(2);
    }

    @Test
    void ofAPolicyThatSeveralAlarmsRunAtOnceTheLargestDemandStands() {
        demands.add(decided("both", 5, DecisionRule.ADJUSTED), NOW);
        demands.add(decided("both", 3, DecisionRule.ADJUSTED), NOW);

        assertThat(demands.standing(NOW)).extracting(ScalingDecision::after).containsExactly(5);
    }

    @Test
    void aPolicyThatWaitsDemandsNothing() {
        demands.add(decided("slow", 2, DecisionRule.COOLDOWN), NOW);

        assertThat(demands.standing(NOW)).isEmpty();
    }

    private static ScalingDecision decided(String policy, int after, DecisionRule rule) {
        return new ScalingDecision(policy, 2, after, rule, "Because.");
    }
}
