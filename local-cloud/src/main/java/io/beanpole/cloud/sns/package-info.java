/** SNS: topics and their subscriptions. See <a href="https://docs.aws.amazon.com/sns/latest/api/">its API</a>. */
@NullMarked
package io.beanpole.cloud.sns;

import org.jspecify.annotations.NullMarked;
