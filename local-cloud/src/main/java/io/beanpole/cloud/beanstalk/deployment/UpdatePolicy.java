package io.beanpole.cloud.beanstalk.deployment;

import io.beanpole.cloud.Pace;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * How instances are replaced when a changed option can't be applied to those that run (evidence: [D], reference 3.6).
 *
 * @param type what comes between two batches
 * @param batch how many are replaced at a time
 * @param pause how long there is nothing to do between two batches of the type {@code TIME}
 */
public record UpdatePolicy(Type type, int batch, Duration pause) {
    private static final String NAMESPACE = "aws:autoscaling:updatepolicy:rollingupdate";

    /** What an update waits for between two batches. */
    public enum Type {
        /** Rolling updates are off: all at the same time, which is AWS's default. */
        AT_ONCE,
        /** A pause. */
        TIME,
        /** Health, as in a rolling deployment. */
        HEALTH,
        /** No batches: a second group, as in an immutable deployment. */
        IMMUTABLE
    }

    /** The one of the option settings for so many instances. */
    public static UpdatePolicy of(OptionSettings settings, int instances, Pace pace) {
        int least = settings.number(OptionName.GROUP, "MinSize", 1);
        int most = settings.number(OptionName.GROUP, "MaxSize", 4);
        int inService = settings.number(NAMESPACE, "MinInstancesInService", Math.max(0, Math.min(least, most - 1)));
        int batch = Math.max(1, settings.number(NAMESPACE, "MaxBatchSize", (least + 2) / 3));
        Type type = type(settings);
        int size = type == Type.AT_ONCE ? instances : Math.min(batch, Math.max(1, instances - inService));
        return new UpdatePolicy(type, Math.max(1, size), pace.of(pause(settings)));
    }

    private static Type type(OptionSettings settings) {
        boolean isOn = settings.text(NAMESPACE, "RollingUpdateEnabled")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        if (!isOn) {
            return Type.AT_ONCE;
        }
        return switch (settings.text(NAMESPACE, "RollingUpdateType").orElse("Time")) {
            case "Health" -> Type.HEALTH;
            case "Immutable" -> Type.IMMUTABLE;
            default -> Type.TIME;
        };
    }

    /** An ISO 8601 duration; AWS computes one where it is missing, here there is none then. */
    private static Duration pause(OptionSettings settings) {
        try {
            return settings.text(NAMESPACE, "PauseTime").map(Duration::parse).orElse(Duration.ZERO);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
