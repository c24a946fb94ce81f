package io.beanpole.deploy.beanstalk;

/** Where in S3 the source bundle of a version lies. */
public record BundleAddress(String bucket, String key) {
    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
