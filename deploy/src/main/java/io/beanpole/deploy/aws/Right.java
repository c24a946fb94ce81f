package io.beanpole.deploy.aws;

import java.util.Locale;
import java.util.Map;

/**
 * The right of IAM that an operation needs; most are called like the operation, S3's are not, and SQS's operations on
 * batches need the right to one (Service Authorization Reference, "Actions defined by Amazon S3" and "by Amazon SQS").
 */
record Right(String service, String operation) {
    private static final Map<String, String> OF_S3 = Map.of(
            "HeadObject", "GetObject",
            "HeadBucket", "ListBucket",
            "ListBuckets", "ListAllMyBuckets",
            "ListObjects", "ListBucket",
            "ListObjectsV2", "ListBucket",
            "DeleteObjects", "DeleteObject",
            "CopyObject", "PutObject",
            "CreateMultipartUpload", "PutObject",
            "UploadPart", "PutObject");

    private static final Map<String, String> OF_SQS = Map.of(
            "SendMessageBatch", "SendMessage",
            "DeleteMessageBatch", "DeleteMessage",
            "ChangeMessageVisibilityBatch", "ChangeMessageVisibility");

    @Override
    public String toString() {
        var prefix = service.replace(" ", "").toLowerCase(Locale.ROOT);
        var renamed = switch (prefix) {
            case "s3" -> OF_S3;
            case "sqs" -> OF_SQS;
            default -> Map.<String, String>of();
        };
        return prefix + ":" + renamed.getOrDefault(operation, operation);
    }
}
