/**
 * Amazon SNS: topics, subscriptions and the delivery of notifications.
 * https://docs.aws.amazon.com/sns/latest/api/
 */
@NullMarked
package io.beanpole.cloud.sns;

import org.jspecify.annotations.NullMarked;
