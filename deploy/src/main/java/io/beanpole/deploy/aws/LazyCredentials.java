package io.beanpole.deploy.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials that are looked for when the first call needs them: a faulty profile then fails a call, not a start. */
final class LazyCredentials implements AwsCredentialsProvider {
    private final Supplier<AwsCredentialsProvider> source;
    private @Nullable AwsCredentialsProvider found;

    LazyCredentials(Supplier<AwsCredentialsProvider> source) {
        this.source = source;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider().resolveCredentials();
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
