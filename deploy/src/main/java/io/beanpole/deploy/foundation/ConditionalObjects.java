package io.beanpole.deploy.foundation;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Shared objects by S3's conditional writes: PutObject with If-Match or If-None-Match is answered with 412 when the
 * object is another one by now, with 409 when somebody writes it at this very moment, and with 404 when the object that is
 * to be replaced was deleted.
 */
public final class ConditionalObjects implements SharedObjects, AutoCloseable {
    private static final int FAILED_PRECONDITION = 412;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final S3Client s3;

    /** Objects of this cloud. */
    public ConditionalObjects(AwsAccess access) {
        s3 = access.client(S3Client.builder().forcePathStyle(access.hasOwnEndpoint()));
    }

    @Override
    public Optional<ReadObject> read(String bucket, String key) {
        return AwsCall.to("read s3://" + bucket + "/" + key, () -> {
            try {
                var object =
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
                return Optional.of(new ReadObject(
                        object.asByteArrayUnsafe(), object.response().eTag()));
            } catch (NoSuchKeyException | NoSuchBucketException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        return AwsCall.to("list s3://" + bucket + "/" + prefix, () -> {
            try {
                return s3
                        .listObjectsV2Paginator(
                                request -> request.bucket(bucket).prefix(prefix))
                        .contents()
                        .stream()
                        .map(object -> new StoredObject(object.key(), object.eTag()))
                        .toList();
            } catch (NoSuchBucketException e) {
                return List.of();
            }
        });
    }

    @Override
    public boolean replace(String bucket, String key, Optional<String> etag, byte[] content) {
        return AwsCall.to("write s3://" + bucket + "/" + key, () -> {
            try {
                s3.putObject(
                        request -> {
                            request.bucket(bucket).key(key).contentType("application/json");
                            etag.ifPresentOrElse(request::ifMatch, () -> request.ifNoneMatch("*"));
                        },
                        RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception e) {
                if (isOfAnotherObject(e, etag.isPresent())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Without a bucket nothing can be written at all; without the object that was read, it can be tried anew. */
    private static boolean isOfAnotherObject(S3Exception refusal, boolean replaces) {
        return refusal.statusCode() == FAILED_PRECONDITION
                || refusal.statusCode() == CONFLICT
                || replaces && refusal.statusCode() == NOT_FOUND && !(refusal instanceof NoSuchBucketException);
    }

    @Override
    public void close() {
        s3.close();
    }
}
