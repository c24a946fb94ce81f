package io.beanpole.cloud.beanstalk.catalog;

import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/** What the catalogue needs of the cloud around it. */
public interface Surroundings {
    Clock clock();

    S3Client s3();

    String region();

    /** Elastic Beanstalk's own bucket in this account and region. */
    String bucket();

    /** The full name of a resource of this account, as in {@code application/NAME}. */
    String arn(String resource);

    /** Of the request that is being answered on this thread. */
    String requestId();
}
