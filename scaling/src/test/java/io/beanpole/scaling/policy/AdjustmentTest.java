package io.beanpole.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentTest {
    @ParameterizedTest
    @CsvSource({
        "ChangeInCapacity, 3, 0, 2, 5",
        "ChangeInCapacity, -3, 0, 2, -1",
        "ExactCapacity, 7, 0, 2, 7",
        "ExactCapacity, 0, 0, 2, 0",
        // 12.7 becomes 12 and -6.67 becomes -6; 0.67 becomes 1 and -0.58 becomes -1: AWS's own examples.
        "PercentChangeInCapacity, 127, 0, 10, 22",
        "PercentChangeInCapacity, -667, 0, 1, -5",
        "PercentChangeInCapacity, 67, 0, 1, 2",
        "PercentChangeInCapacity, -58, 0, 1, 0",
        "PercentChangeInCapacity, 10, 0, 4, 5",
        "PercentChangeInCapacity, 25, 2, 4, 6",
        "PercentChangeInCapacity, -25, 2, 4, 2",
        "PercentChangeInCapacity, 100, 2, 4, 8",
        "PercentChangeInCapacity, 50, 3, 0, 0",
        "PercentChangeInCapacity, 0, 3, 4, 4"
    })
    void roundsAsAwsDoes(String type, int amount, int least, int capacity, int expected) {
        assertThat(new Adjustment(AdjustmentType.of(type), amount, least).appliedTo(capacity))
                .isEqualTo(expected);
    }

    @Test
    void aPercentageNeverMovesAgainstItsSignAndNeverFartherThanItsShareOrOne() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            int capacity = random.nextInt(1_000);
            int percent = random.nextInt(601) - 300;

            int change = new Adjustment(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, percent, 0).appliedTo(capacity)
                    - capacity;

            double share = capacity * percent / 100.0;
            assertThat(change * share).isGreaterThanOrEqualTo(0);
            assertThat((double) Math.abs(change)).isLessThanOrEqualTo(Math.max(1, Math.abs(share)));
            assertThat(share == 0).isEqualTo(change == 0);
        }
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        assertThatThrownBy(() -> new Adjustment(AdjustmentType.EXACT_CAPACITY, -1, 0))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("no fewer than 0");
        assertThatThrownBy(() -> new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, 1, 2))
                .hasMessageContaining("goes only with PercentChangeInCapacity");
        assertThatThrownBy(() -> AdjustmentType.of("Double")).hasMessageContaining("must be one of ChangeInCapacity");
        assertThatThrownBy(() -> new GroupSize(2, 1, 1)).hasMessageContaining("Max bound, 1");
        assertThatThrownBy(() -> new GroupSize(1, 4, 5)).hasMessageContaining("Desired capacity:5");
    }
}
