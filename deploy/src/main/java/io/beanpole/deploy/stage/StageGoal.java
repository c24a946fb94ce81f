package io.beanpole.deploy.stage;

import io.beanpole.deploy.release.Goal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an environment of a stage shall become.
 *
 * @param isConsumer whether it takes messages from a queue, and so has to understand new ones before they are sent
 */
public record StageGoal(Goal goal, boolean isConsumer) {
    /** Consumers first, producers after them. */
    public static List<List<Goal>> waves(List<StageGoal> goals) {
        return Stream.of(true, false)
                .map(consumer -> goals.stream()
                        .filter(each -> each.isConsumer() == consumer)
                        .map(StageGoal::goal)
                        .toList())
                .filter(wave -> !wave.isEmpty())
                .toList();
    }
}
