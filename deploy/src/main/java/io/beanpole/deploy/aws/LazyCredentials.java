package io.beanpole.deploy.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** Credentials that are looked for when the first call needs them: a faulty profile then fails a call, not a start. */
final class LazyCredentials implements AwsCredentialsProvider {
    private final AwsAccess access;
    private final Supplier<AwsCredentialsProvider> source;
    private @Nullable AwsCredentialsProvider found;

    /** @param access whose credentials they are: a failure to get them says so */
    LazyCredentials(AwsAccess access, Supplier<AwsCredentialsProvider> source) {
        this.access = access;
        this.source = source;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider().resolveCredentials();
        } catch (SdkException e) {
            e.addSuppressed(new FailedCall("SSO", "GetRoleCredentials", access));
            throw e;
        }
    }

    private synchronized AwsCredentialsProvider provider() {
        var present = found;
        if (present == null) {
            present = source.get();
            found = present;
        }
        return present;
    }
}
