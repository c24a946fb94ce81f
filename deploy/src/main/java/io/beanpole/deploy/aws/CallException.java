package io.beanpole.deploy.aws;

import io.beanpole.deploy.DeployException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call to AWS that failed: the sentence for people, and what a program may do about it. */
public final class CallException extends DeployException {
    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 20;

    private final Trouble trouble;
    private final @Nullable String right;
    private final @Nullable String signIn;

    /** @param signIn the command by which one signs in again */
    CallException(String message, Explanation explanation, @Nullable String signIn, Throwable cause) {
        super(message, explanation.remedy(), cause);
        this.trouble = explanation.trouble();
        this.right = explanation.right();
        this.signIn = signIn;
    }

    /** The one that is behind a failure, which may have been told in other words since. */
    public static Optional<CallException> behind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(CallException.class::isInstance)
                .map(CallException.class::cast)
                .findFirst();
    }

    public Trouble trouble() {
        return trouble;
    }

    /** The action of IAM that was missing, {@code elasticbeanstalk:UpdateEnvironment}; empty in any other trouble. */
    public Optional<String> missingRight() {
        return Optional.ofNullable(right);
    }

    /** The command that signs in again; empty in any other trouble. */
    public Optional<String> signIn() {
        return trouble == Trouble.SIGNED_OUT ? Optional.ofNullable(signIn) : Optional.empty();
    }
}
