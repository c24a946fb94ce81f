package io.beanpole.deploy.aws;

import io.beanpole.deploy.DeployException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** One call to AWS, named by what it tries, so that a refusal can be told in a sentence. */
public final class AwsCall {
    private AwsCall() {}

    /** Runs the call; a refusal becomes "Could not {attempt}: why". */
    public static <T> T to(String attempt, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            var details = e.awsErrorDetails();
            var why = details == null ? e.getMessage() : details.errorMessage() + " (" + details.errorCode() + ")";
            throw new DeployException("Could not " + attempt + ": " + why, e);
        } catch (SdkException e) {
            throw new DeployException(
                    "Could not " + attempt + ": " + e.getMessage(),
                    "Check that the stage's endpoint is up and that its credentials can be found.",
                    e);
        } catch (IllegalStateException e) {
            // So the SDK says that a profile asks for something that it can't load or doesn't find.
            throw new DeployException(
                    "Could not " + attempt + ": the credentials could not be set up: " + e.getMessage(),
                    "Check the AWS profile in ~/.aws/config; 'aws sts get-caller-identity --profile NAME' tells if it works.",
                    e);
        }
    }
}
