/**
 * Amazon ECR: its API and the OCI registry behind it.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/
 */
@NullMarked
package io.beanpole.cloud.ecr;

import org.jspecify.annotations.NullMarked;
