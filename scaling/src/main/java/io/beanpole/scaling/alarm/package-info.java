/** Alarms: from the datapoints of some periods to a state, with its reason in CloudWatch's words. */
@NullMarked
package io.beanpole.scaling.alarm;

import org.jspecify.annotations.NullMarked;
