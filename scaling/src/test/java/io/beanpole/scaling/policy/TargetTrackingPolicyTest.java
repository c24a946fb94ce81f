package io.beanpole.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTrackingPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final TargetTrackingPolicy backlog = new TargetTrackingPolicy("backlog", 100, false, Duration.ZERO);

    @ParameterizedTest
    @CsvSource({"250, 2, 5", "101, 2, 3", "100, 2, 2", "50, 4, 2", "60, 4, 3", "0, 4, 1", "9999, 4, 10"})
    void theCapacityFollowsTheMetricInProportionWithinTheBounds(double value, int before, int after) {
        ScalingDecision decision =
                backlog.decide(new GroupSize(1, 10, before), GroupActivity.quiet(NOW), breach(value));

        assertThat(decision.after()).isEqualTo(after);
    }

    @Test
    void whatWarmsUpCountsAsAddedButCarriesNothing() {
        GroupActivity warming = new GroupActivity(NOW, true, 3, 0, null);

        ScalingDecision enough = backlog.decide(new GroupSize(1, 10, 5), warming, breach(250));
        ScalingDecision more = backlog.decide(new GroupSize(1, 10, 5), warming, breach(300));

        assertThat(enough.rule()).isEqualTo(DecisionRule.WARMING_IS_ENOUGH);
        assertThat(enough.after()).isEqualTo(5);
        assertThat(more.after()).isEqualTo(6);
    }

    @Test
    void noInstanceGoesWhileOthersWarmUp() {
        ScalingDecision decision =
                backlog.decide(new GroupSize(1, 10, 5), new GroupActivity(NOW, false, 1, 0, null), breach(10));

        assertThat(decision.rule()).isEqualTo(DecisionRule.WARMING_BLOCKS_SCALE_IN);
        assertThat(decision.changes()).isFalse();
    }

    @Test
    void itCannotStartFromZeroAndDoesNothingWithoutAValue() {
        assertThat(backlog.decide(new GroupSize(0, 10, 0), GroupActivity.quiet(NOW), breach(500))
                        .after())
                .isZero();
        assertThat(backlog.decide(new GroupSize(0, 10, 3), GroupActivity.quiet(NOW), null)
                        .rule())
                .isEqualTo(DecisionRule.NO_DATA);
    }

    @Test
    void oneThatKeepsItsSizeNeverRemovesInstances() {
        TargetTrackingPolicy up = new TargetTrackingPolicy("up", 100, true, Duration.ZERO);

        assertThat(up.decide(new GroupSize(1, 10, 5), GroupActivity.quiet(NOW), breach(1))
                        .after())
                .isEqualTo(5);
        assertThat(up.decide(new GroupSize(1, 10, 5), GroupActivity.quiet(NOW), breach(200))
                        .after())
                .isEqualTo(10);
    }

    @Test
    void aTargetThatIsNoPositiveNumberIsRefused() {
        assertThatThrownBy(() -> new TargetTrackingPolicy("p", 0, false, Duration.ZERO))
                .isInstanceOf(ScalingException.class);
        assertThatThrownBy(() -> new TargetTrackingPolicy("p", Double.NaN, false, Duration.ZERO))
                .isInstanceOf(ScalingException.class);
    }

    private static Breach breach(double value) {
        return new Breach(value, 100);
    }
}
