package io.beanpole.deploy.aws;

import io.beanpole.deploy.DeployException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One call to AWS, named by what it tries, so that a failure can be told in a sentence: the one place where exceptions
 * of the SDK become ours.
 */
public final class AwsCall {
    private AwsCall() {}

    /** Runs the call; a refusal becomes "Could not {attempt}: why", with what to do as the suggestion. */
    public static <T> T to(String attempt, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw failure(attempt, Refusals.explain(e), e);
        } catch (SdkException e) {
            throw failure(attempt, Unreached.explain(e), e);
        } catch (IllegalStateException e) {
            // So the SDK says that a profile asks for something that it can't load or doesn't find.
            throw failure(
                    attempt,
                    new Explanation(
                            "the credentials could not be set up: " + e.getMessage(),
                            "Check the AWS profile in ~/.aws/config; 'aws sts get-caller-identity --profile NAME' tells"
                                    + " if it works."),
                    e);
        }
    }

    /**
     * As many calls as there are pages.
     *
     * @param page asks for the page of a token, null for the first
     * @param next the following token of an answer, null or empty after the last
     */
    public static <A> List<A> pages(
            String attempt, Function<@Nullable String, A> page, Function<A, @Nullable String> next) {
        var answers = new ArrayList<A>();
        String token = null;
        do {
            var asked = token;
            var answer = to(attempt, () -> page.apply(asked));
            answers.add(answer);
            token = next.apply(answer);
        } while (token != null && !token.isEmpty());
        return answers;
    }

    private static DeployException failure(String attempt, Explanation explanation, RuntimeException cause) {
        var signIn = "aws sso login"
                + FailedCall.of(cause).map(FailedCall::profileOption).orElse("");
        return new CallException("Could not " + attempt + ": " + explanation.why(), explanation, signIn, cause);
    }
}
