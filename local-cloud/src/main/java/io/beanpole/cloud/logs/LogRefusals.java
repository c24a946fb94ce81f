package io.beanpole.cloud.logs;

import io.beanpole.cloud.wire.AwsError;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;

/** The errors that CloudWatch Logs answers with when a request makes no sense. */
final class LogRefusals {
    private LogRefusals() {}

    static AwsError of(Class<? extends AwsServiceException> modelled, String message) {
        return AwsError.of(modelled, message);
    }

    /** A value that doesn't look as it must. */
    static AwsError invalid(String value, String parameter, String pattern) {
        String shown = value.length() > 100 ? value.substring(0, 100) + "..." : value;
        return of(
                InvalidParameterException.class,
                "1 validation error detected: Value '" + shown + "' at '" + parameter
                        + "' failed to satisfy constraint: Member must satisfy regular expression pattern: " + pattern);
    }
}
