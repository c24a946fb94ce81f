package io.beanpole.cloud.s3;

import io.beanpole.cloud.wire.Support;
import java.util.List;
import java.util.Map;

/** What S3Proxy answers of S3; every other operation is an error with the code NotImplemented. */
public final class ObjectOperations {
    private ObjectOperations() {}

    /** Those that behave as on AWS. */
    public static List<String> full() {
        return List.of(
                "AbortMultipartUpload",
                "CompleteMultipartUpload",
                "CreateMultipartUpload",
                "DeleteBucket",
                "DeleteObject",
                "DeleteObjects",
                "GetBucketLocation",
                "GetObject",
                "HeadBucket",
                "HeadObject",
                "ListBuckets",
                "ListMultipartUploads",
                "ListObjects",
                "ListObjectsV2",
                "ListParts",
                "UploadPart",
                "UploadPartCopy");
    }

    /** Those with a part missing. */
    public static Map<String, Support> exceptions() {
        String plain = "Tags, object lock and encryption headers are ignored; there are no versions.";
        String canned = "Only the canned lists private and public-read.";
        return Map.of(
                "CreateBucket", Support.partial("Ownership and object lock are ignored."),
                "PutObject", Support.partial(plain),
                "CopyObject", Support.partial(plain),
                "GetBucketAcl", Support.partial(canned),
                "PutBucketAcl", Support.partial(canned),
                "GetObjectAcl", Support.partial(canned),
                "PutObjectAcl", Support.partial(canned));
    }
}
