package io.beanpole.cloud.beanstalk.log;

import java.net.URI;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bucket that samples of logs are kept in.
 *
 * @param endpoint where links to it lead
 * @param credentials of whom links are signed by
 */
public record LogBucket(
        String name, S3Client s3, URI endpoint, String region, AwsCredentialsProvider credentials, Clock clock) {}
