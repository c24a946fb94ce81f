package io.beanpole.web.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.task.Task;
import io.beanpole.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What one request to a queue carries. */
class LaneSenderTest {
    @Test
    void aTaskThatMovedAwayAndBackIsInTheRequestOnceByItsNewestSending() {
        UUID moved = UUID.randomUUID();
        Task other = task(UUID.randomUUID(), 0);

        assertThat(LaneSender.newest(List.of(task(moved, 2), other, task(moved, 4), task(moved, 0))))
                .containsExactly(task(moved, 4), other);
    }

    private static Task task(UUID id, int generation) {
        return new Task(
                id,
                "ann",
                "express",
                "probe",
                JsonMapper.shared().createObjectNode(),
                TaskState.QUEUED,
                0,
                0,
                false,
                null,
                null,
                null,
                1,
                generation,
                null,
                null,
                Instant.EPOCH,
                null,
                null);
    }
}
