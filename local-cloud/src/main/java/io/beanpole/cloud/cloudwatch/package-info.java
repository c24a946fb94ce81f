/** CloudWatch: metrics, alarms, their history and what they set off. */
@NullMarked
package io.beanpole.cloud.cloudwatch;

import org.jspecify.annotations.NullMarked;
