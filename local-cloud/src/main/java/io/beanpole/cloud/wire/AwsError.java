package io.beanpole.cloud.wire;

import io.beanpole.cloud.CloudException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** An answer that is an error: AWS's code and status and a sentence; handlers throw it, the protocol writes it. */
public final class AwsError extends CloudException {
    private final String code;
    private final int status;

    public AwsError(String code, int status, String message) {
        this(code, status, message, null);
    }

    AwsError(String code, int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.status = status;
    }

    /** The error that the SDK's client turns back into {@code modelled}, with the code and status of AWS's model. */
    public static AwsError of(Class<? extends AwsServiceException> modelled, String message) {
        ModelledErrors.Entry entry = ModelledErrors.of(modelled);
        return new AwsError(entry.code(), entry.status(), message);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** Whether the fault is ours and not the caller's. */
    boolean isFault() {
        return status >= 500;
    }
}
