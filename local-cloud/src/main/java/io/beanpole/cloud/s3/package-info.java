/** S3: S3Proxy over a directory, embedded. See <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/">its API</a>. */
@NullMarked
package io.beanpole.cloud.s3;

import org.jspecify.annotations.NullMarked;
