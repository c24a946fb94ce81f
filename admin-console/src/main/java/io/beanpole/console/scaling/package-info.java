/** The Scaling screen: depth, instances, alarms and activities of one environment on one time axis. */
@NullMarked
package io.beanpole.console.scaling;

import org.jspecify.annotations.NullMarked;
