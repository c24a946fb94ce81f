/** The logs of an environment's instances: read over HTTP, asked for as tail or bundle, streamed to CloudWatch Logs. */
@NullMarked
package io.beanpole.cloud.beanstalk.log;

import org.jspecify.annotations.NullMarked;
