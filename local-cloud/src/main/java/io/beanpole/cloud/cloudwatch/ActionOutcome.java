package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.CloudException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of an action, for the alarm's history.
 *
 * @param result a sentence; null when it failed
 * @param failure why it could not be run; null when it was
 */
public record ActionOutcome(
        @Nullable String result, @Nullable String failure) {
    private static final Logger LOG = LoggerFactory.getLogger(ActionOutcome.class);

    public static ActionOutcome succeeded(String result) {
        return new ActionOutcome(result, null);
    }

    public static ActionOutcome failed(String failure) {
        return new ActionOutcome(null, failure);
    }

    /** Runs one; whatever it throws is its failure and hinders no other. */
    public static ActionOutcome of(ActionCall call, Supplier<String> work) {
        try {
            return succeeded(work.get());
        } catch (CloudException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The action {} of {} failed", call.arn(), call.firing().alarmName(), e);
            return failed(e.toString());
        }
    }

    String told() {
        return failure == null ? "Succeeded: " + result : "Failed: " + failure;
    }
}
