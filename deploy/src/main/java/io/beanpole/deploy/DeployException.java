package io.beanpole.deploy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that was tried and failed, in a sentence for the person at the command line. */
public class DeployException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String suggestion;

    public DeployException(String message) {
        this(message, null, null);
    }

    public DeployException(String message, String suggestion) {
        this(message, suggestion, null);
    }

    public DeployException(String message, @Nullable Throwable cause) {
        this(message, null, cause);
    }

    public DeployException(String message, @Nullable String suggestion, @Nullable Throwable cause) {
        super(message, cause);
        this.suggestion = suggestion;
    }

    /** What the person can do about it, if anything is known. */
    public Optional<String> suggestion() {
        return Optional.ofNullable(suggestion);
    }
}
