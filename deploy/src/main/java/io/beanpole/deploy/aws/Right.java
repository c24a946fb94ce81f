package io.beanpole.deploy.aws;

import java.util.Locale;
import java.util.Map;

/**
 * The right of IAM that an operation needs; most are called like the operation, S3's are not (Service Authorization
 * Reference, "Actions defined by Amazon S3").
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

    @Override
    public String toString() {
        var prefix = service.replace(" ", "").toLowerCase(Locale.ROOT);
        return prefix + ":" + (prefix.equals("s3") ? OF_S3.getOrDefault(operation, operation) : operation);
    }
}
