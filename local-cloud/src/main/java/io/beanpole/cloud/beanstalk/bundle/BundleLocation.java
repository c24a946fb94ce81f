package io.beanpole.cloud.beanstalk.bundle;

/** Where the source bundle of the version with a label is in S3. */
public record BundleLocation(String label, String bucket, String key) {}
