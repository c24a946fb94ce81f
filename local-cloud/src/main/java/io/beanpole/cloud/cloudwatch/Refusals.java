package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/** The errors with which CloudWatch refuses a request. */
final class Refusals {
    private Refusals() {}

    /** What a request's form forbids; not in the model of the service, yet sent by it. */
    static AwsError invalid(String message) {
        return new AwsError("ValidationError", 400, message);
    }

    static AwsError invalidValue(Object value, String parameter) {
        return AwsError.of(
                InvalidParameterValueException.class,
                "The value " + value + " for parameter " + parameter + " is invalid.");
    }

    static AwsError invalidValue(String message) {
        return AwsError.of(InvalidParameterValueException.class, message);
    }

    static AwsError combination(String message) {
        return AwsError.of(InvalidParameterCombinationException.class, message);
    }

    static AwsError notFound(String message) {
        return AwsError.of(ResourceNotFoundException.class, message);
    }

    /** Gives the value of a parameter, or refuses when there is none. */
    static <T> T required(@Nullable T value, String parameter) {
        if (value == null || value.toString().isEmpty()) {
            throw AwsError.of(MissingRequiredParameterException.class, "The parameter " + parameter + " is required.");
        }
        return value;
    }
}
