package io.beanpole.console.notice;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.CallException;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that doesn't work at present.
 *
 * @param owner the connection that it is about; empty for the console itself
 * @param source what was tried
 * @param sentence why it failed and what to do
 * @param step what a button beside it does
 */
public record Problem(String owner, String source, String sentence, NextStep step) {
    /** A problem of the console itself. */
    public Problem(String source, String sentence) {
        this("", source, sentence, NextStep.RETRY);
    }

    /** A problem in the words of what was thrown, with the step that may end it. */
    static Problem of(String owner, String source, Throwable thrown) {
        return new Problem(owner, source, sentence(thrown), step(thrown));
    }

    /** What tells it from others: there is one problem of an owner and a source. */
    String key() {
        return owner + "\n" + source;
    }

    /** What a person should read of an exception: never a stack trace, never a bare class name. */
    public static String sentence(Throwable thrown) {
        var message = Objects.requireNonNullElse(thrown.getMessage(), "").strip();
        if (thrown instanceof DeployException failure) {
            return failure.suggestion().map(advice -> message + " " + advice).orElse(message);
        }
        return message.isEmpty()
                ? Words.of("frame.problem.unexpected-kind", thrown.getClass().getSimpleName())
                : Words.of("frame.problem.unexpected", message);
    }

    private static NextStep step(Throwable thrown) {
        Optional<CallException> call = CallException.behind(thrown);
        var signIn = call.flatMap(CallException::signIn);
        if (signIn.isPresent()) {
            return NextStep.signIn(signIn.get());
        }
        return call.map(CallException::trouble)
                .map(trouble -> switch (trouble) {
                    case FORBIDDEN, CLOCK -> NextStep.CONNECTIONS;
                    default -> NextStep.RETRY;
                })
                .orElse(NextStep.RETRY);
    }
}
