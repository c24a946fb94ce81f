package io.beanpole.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskIdsTest {
    @Test
    void laterIdsSortAfterEarlierOnes() {
        List<String> ids =
                Stream.generate(TaskIds::next).limit(1000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsAreOfVersionSeven() {
        assertThat(TaskIds.next().version()).isEqualTo(7);
    }
}
