package io.beanpole.task;

import static io.beanpole.task.TaskState.CANCELLED;
import static io.beanpole.task.TaskState.FAILED;
import static io.beanpole.task.TaskState.QUEUED;
import static io.beanpole.task.TaskState.RUNNING;
import static io.beanpole.task.TaskState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStateTest {
    private static final Map<TaskState, Set<TaskState>> MOVES = Map.of(
            QUEUED, EnumSet.of(RUNNING, CANCELLED, FAILED),
            RUNNING, EnumSet.of(QUEUED, SUCCEEDED, FAILED, CANCELLED),
            SUCCEEDED, EnumSet.noneOf(TaskState.class),
            FAILED, EnumSet.noneOf(TaskState.class),
            CANCELLED, EnumSet.noneOf(TaskState.class));

    @ParameterizedTest
    @EnumSource
    void theTableOfMovesIsThis(TaskState from) {
        Set<TaskState> reached = EnumSet.allOf(TaskState.class);
        reached.removeIf(next -> !from.canBecome(next));

        assertThat(reached).isEqualTo(MOVES.get(from));
    }

    @ParameterizedTest
    @EnumSource
    void aFinalStateIsOneWithoutMoves(TaskState state) {
        assertThat(state.isFinal()).isEqualTo(MOVES.get(state).isEmpty());
    }
}
