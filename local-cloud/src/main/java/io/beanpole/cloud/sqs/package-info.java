/** Amazon SQS: an embedded ElasticMQ, its queues kept in the data directory. */
@NullMarked
package io.beanpole.cloud.sqs;

import org.jspecify.annotations.NullMarked;
