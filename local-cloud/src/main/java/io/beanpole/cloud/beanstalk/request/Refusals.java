package io.beanpole.cloud.beanstalk.request;

import io.beanpole.cloud.wire.AwsError;
import org.jspecify.annotations.Nullable;

/** The errors that Elastic Beanstalk answers with when a request makes no sense. */
public final class Refusals {
    private Refusals() {}

    public static AwsError invalid(String message) {
        return new AwsError("InvalidParameterValue", 400, message);
    }

    public static AwsError combination(String message) {
        return new AwsError("InvalidParameterCombination", 400, message);
    }

    public static AwsError missing(String parameter) {
        return new AwsError("MissingParameter", 400, "The request must contain the parameter " + parameter + ".");
    }

    public static AwsError inProgress(String message) {
        return new AwsError("OperationInProgressFailure", 400, message);
    }

    public static String required(@Nullable String value, String parameter) {
        if (value == null || value.isEmpty()) {
            throw missing(parameter);
        }
        return value;
    }

    /** A value within the limits that AWS's model states. */
    public static String limited(String value, String parameter, int least, int most) {
        if (value.length() < least || value.length() > most) {
            throw invalid("Value " + value + " at '" + parameter + "' failed to satisfy constraint: it must have "
                    + least + " to " + most + " characters.");
        }
        return value;
    }

    public static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
