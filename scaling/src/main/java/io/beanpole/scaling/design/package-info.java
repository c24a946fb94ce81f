/** How a group is meant to scale: bounds, alarms, policies, schedule; read from option files or from AWS, and simulated. */
@NullMarked
package io.beanpole.scaling.design;

import org.jspecify.annotations.NullMarked;
