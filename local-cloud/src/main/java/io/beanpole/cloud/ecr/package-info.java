/**
 * ECR: repositories, images and the OCI registry behind them. See <a
 * href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/">its API</a>.
 */
@NullMarked
package io.beanpole.cloud.ecr;

import org.jspecify.annotations.NullMarked;
