package io.beanpole.cloud.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import tools.jackson.databind.JsonNode;

/** An alarm of either kind, as it is at one moment; a change makes another one. */
sealed interface Alarm permits MetricWatch, Composition {
    String name();

    String arn();

    AlarmType type();

    @Nullable
    String description();

    AlarmCondition condition();

    boolean actionsEnabled();

    List<String> okActions();

    List<String> alarmActions();

    List<String> insufficientDataActions();

    /** When somebody last changed what it is. */
    Instant configured();

    /** The threshold; NaN for a composite alarm. */
    double threshold();

    /** As the API tells it. */
    JsonNode tree();

    /** The same alarm, in another condition. */
    Alarm in(AlarmCondition next);

    /** The same alarm, its actions switched on or off. */
    Alarm acting(boolean enabled, Instant at);

    /** Whether it is the alarm that a rule or request calls so, by name or ARN. */
    default boolean isCalled(String nameOrArn) {
        return name().equals(nameOrArn) || arn().equals(nameOrArn);
    }

    /** All actions of all states. */
    default List<String> allActions() {
        return Stream.of(okActions(), alarmActions(), insufficientDataActions())
                .flatMap(List::stream)
                .toList();
    }

    /** The actions of its state; none while they are switched off. */
    default List<String> dueActions() {
        if (!actionsEnabled()) {
            return List.of();
        }
        return switch (condition().state()) {
            case ALARM -> alarmActions();
            case OK -> okActions();
            case INSUFFICIENT_DATA -> insufficientDataActions();
        };
    }
}
