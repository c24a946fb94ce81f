/**
 * Amazon CloudWatch Logs: groups, streams and their events, written by clients and by the services of this cloud:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/.
 */
@NullMarked
package io.beanpole.cloud.logs;

import org.jspecify.annotations.NullMarked;
