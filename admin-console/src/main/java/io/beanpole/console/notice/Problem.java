package io.beanpole.console.notice;

import io.beanpole.deploy.DeployException;
import java.util.Objects;

/**
 * Something that doesn't work at present.
 *
 * @param source what was tried
 * @param sentence why it failed and what to do
 */
public record Problem(String source, String sentence) {
    /** What a person should read of an exception: never a stack trace, never a bare class name. */
    public static String sentence(Throwable thrown) {
        var message = Objects.requireNonNullElse(thrown.getMessage(), "").strip();
        if (thrown instanceof DeployException failure) {
            return failure.suggestion().map(advice -> message + " " + advice).orElse(message);
        }
        return message.isEmpty()
                ? "An unexpected " + thrown.getClass().getSimpleName() + " came up; the log has the details."
                : "Unexpectedly: " + message;
    }
}
