package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.scaling.ScalingException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The errors that Auto Scaling answers with when a request makes no sense. */
final class Refusals {
    private Refusals() {}

    static AwsError invalid(String message) {
        return new AwsError("ValidationError", 400, message);
    }

    static AwsError noGroup(String name) {
        return invalid("AutoScalingGroup name not found - no such group: " + name);
    }

    static AwsError noInstance(String id) {
        return invalid("Instance Id not found - No managed instance found for instance ID " + id);
    }

    static String required(@Nullable String value, String member) {
        if (value == null || value.isEmpty()) {
            throw invalid("1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    static int required(@Nullable Integer value, String member) {
        if (value == null) {
            throw invalid("1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    /** Rules that can't be become an error of the API. */
    static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (ScalingException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }
}
