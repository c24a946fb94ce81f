package io.beanpole.scaling.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.GroupSize;
import org.junit.jupiter.api.Test;

class ScheduledSizeTest {
    private static final GroupSize PRESENT = new GroupSize(1, 4, 2);

    @Test
    void whatIsNotSetStaysAndTheDesiredCapacityMovesIntoTheBounds() {
        assertThat(new ScheduledSize(3, null, null).appliedTo(PRESENT)).isEqualTo(new GroupSize(3, 4, 3));
        assertThat(new ScheduledSize(null, 1, null).appliedTo(PRESENT)).isEqualTo(new GroupSize(1, 1, 1));
        assertThat(new ScheduledSize(0, 8, 6).appliedTo(PRESENT)).isEqualTo(new GroupSize(0, 8, 6));
    }

    @Test
    void boundsThatExcludeEachOtherAreRefused() {
        assertThatThrownBy(() -> new ScheduledSize(5, 2, null)).isInstanceOf(ScalingException.class);
        assertThatThrownBy(() -> new ScheduledSize(5, null, null).appliedTo(PRESENT))
                .isInstanceOf(ScalingException.class);
        assertThatThrownBy(() -> new ScheduledSize(null, null, null))
                .hasMessageContaining("At least one of MinSize, MaxSize or DesiredCapacity");
    }
}
