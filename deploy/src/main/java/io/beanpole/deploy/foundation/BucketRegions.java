package io.beanpole.deploy.foundation;

import io.beanpole.deploy.aws.AwsAccess;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** The regions that buckets are in. */
public final class BucketRegions implements AutoCloseable {
    private static final String NOT_NAMED = "us-east-1";

    private final S3Client s3;
    private final boolean namesItsFirstRegion;

    /** Asks the S3 of a stage. */
    public BucketRegions(AwsAccess access) {
        s3 = access.client(S3Client.builder().forcePathStyle(access.hasOwnEndpoint()));
        namesItsFirstRegion = access.hasOwnEndpoint();
    }

    /** The region of a bucket; empty where it is gone or not ours to ask about. */
    public Optional<String> region(String bucket) {
        try {
            var location =
                    s3.getBucketLocation(request -> request.bucket(bucket)).locationConstraintAsString();
            if (location != null && !location.isEmpty()) {
                return Optional.of(location);
            }
            // AWS leaves its oldest region unnamed; a local cloud leaves all of them.
            return namesItsFirstRegion ? Optional.empty() : Optional.of(NOT_NAMED);
        } catch (SdkException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
