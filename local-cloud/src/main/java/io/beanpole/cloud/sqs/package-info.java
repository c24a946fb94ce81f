/** SQS: ElasticMQ, embedded. See <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/">its API</a>. */
@NullMarked
package io.beanpole.cloud.sqs;

import org.jspecify.annotations.NullMarked;
