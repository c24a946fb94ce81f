package io.beanpole.console.scaling;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.PolicySummary;
import io.beanpole.deploy.scaling.ScalingActivity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the cells of the two tables say. */
final class ScalingTables {
    private final Clock clock;

    ScalingTables(Clock clock) {
        this.clock = clock;
    }

    Mark state(AlarmSummary alarm) {
        return new Mark(Tone.ofAlarm(alarm), AlarmText.state(alarm));
    }

    String since(AlarmSummary alarm) {
        return time(alarm.since());
    }

    /** Everything, for the tooltip. */
    String detail(AlarmSummary alarm) {
        return alarm.name() + "\n" + alarm.metric() + " " + AlarmText.condition(alarm) + "\n" + alarm.reason();
    }

    Mark status(ScalingActivity activity) {
        var tone = switch (activity.status()) {
            case "Successful" -> Tone.GOOD;
            case "Failed", "Cancelled" -> Tone.BAD;
            default -> Tone.NOTICE;
        };
        return new Mark(tone, activity.status().replaceAll("(?<=[a-z])(?=[A-Z])", " "));
    }

    String time(ScalingActivity activity) {
        return time(activity.startedAt());
    }

    /** Without the time at its beginning, which the row has in its first cell and in local time. */
    static String why(ScalingActivity activity) {
        return Names.shortened(activity.cause()).replaceFirst("^At \\S+Z,? an? ", "");
    }

    String took(ScalingActivity activity) {
        return activity.endedAt()
                .map(end -> Wording.duration(Duration.between(activity.startedAt(), end)))
                .orElse("…");
    }

    String detail(ScalingActivity activity) {
        return activity.description() + "\n" + activity.cause();
    }

    static String watches(AlarmSummary alarm) {
        return alarm.metric().replace("ApproximateNumberOfMessages", "Messages") + " " + AlarmText.condition(alarm);
    }

    static String name(AlarmSummary alarm) {
        return Names.logical(alarm.name());
    }

    static String kind(PolicySummary policy) {
        return policy.adjustmentType().isEmpty() ? policy.type() : policy.type() + ", " + policy.adjustmentType();
    }

    private String time(Instant at) {
        return Wording.time(at, clock.instant(), clock.getZone());
    }
}
