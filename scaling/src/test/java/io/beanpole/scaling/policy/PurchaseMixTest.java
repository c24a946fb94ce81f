package io.beanpole.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseMixTest {
    @ParameterizedTest
    @CsvSource({"4, 50, 10, 7", "4, 50, 3, 3", "0, 0, 5, 0", "0, 70, 10, 7", "0, 70, 1, 1", "0, 100, 6, 6", "2, 0, 5, 2"
    })
    void aPartOfAnInstanceCountsAsOnDemand(int base, int percent, int capacity, int onDemand) {
        assertThat(new PurchaseMix(base, percent).onDemandOf(capacity)).isEqualTo(onDemand);
    }

    @Test
    void sharesOutsideOfAHundredAreRefused() {
        assertThatThrownBy(() -> new PurchaseMix(-1, 0)).isInstanceOf(ScalingException.class);
        assertThatThrownBy(() -> new PurchaseMix(0, 101)).isInstanceOf(ScalingException.class);
    }
}
