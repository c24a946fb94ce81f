package io.beanpole.deploy.foundation;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;

/** The buckets of S3: made once, and filled with source bundles. */
public final class Buckets implements AutoCloseable {
    private static final String REGION_WITHOUT_CONSTRAINT = "us-east-1";

    private final S3Client s3;
    private final String region;

    public Buckets(AwsAccess access) {
        s3 = access.client(S3Client.builder().forcePathStyle(access.hasOwnEndpoint()));
        region = access.region();
    }

    /** Makes the bucket if it isn't ours already. */
    public void ensure(String name) {
        var mine = AwsCall.to(
                "list the buckets",
                () -> s3.listBuckets().buckets().stream()
                        .anyMatch(bucket -> bucket.name().equals(name)));
        if (mine) {
            return;
        }
        AwsCall.to("create the bucket " + name, () -> {
            try {
                return s3.createBucket(request -> {
                    request.bucket(name);
                    if (!region.equals(REGION_WITHOUT_CONSTRAINT)) {
                        request.createBucketConfiguration(
                                place -> place.locationConstraint(BucketLocationConstraint.fromValue(region)));
                    }
                });
            } catch (BucketAlreadyOwnedByYouException e) {
                return e;
            }
        });
    }

    /** Stores an object whole. */
    public void put(String bucket, String key, byte[] content) {
        AwsCall.to(
                "upload s3://" + bucket + "/" + key,
                () -> s3.putObject(
                        request -> request.bucket(bucket).key(key).contentType("application/zip"),
                        RequestBody.fromBytes(content)));
    }

    @Override
    public void close() {
        s3.close();
    }
}
