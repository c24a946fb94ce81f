package io.beanpole.deploy.foundation;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The buckets of S3 and the objects in them that deployments are made of. */
public final class Buckets implements ObjectStore, AutoCloseable {
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

    @Override
    public void put(String bucket, String key, String type, byte[] content) {
        AwsCall.to(
                "upload s3://" + bucket + "/" + key,
                () -> s3.putObject(
                        request -> request.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> get(String bucket, String key) {
        return AwsCall.to("download s3://" + bucket + "/" + key, () -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException | NoSuchBucketException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return AwsCall.to(
                "list s3://" + bucket + "/" + prefix,
                () -> s3
                        .listObjectsV2Paginator(
                                request -> request.bucket(bucket).prefix(prefix))
                        .contents()
                        .stream()
                        .map(object -> new StoredObject(object.key(), object.eTag()))
                        .toList());
    }

    @Override
    public void close() {
        s3.close();
    }
}
