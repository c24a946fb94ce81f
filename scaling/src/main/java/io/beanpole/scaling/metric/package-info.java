/** Metrics: raw values, the statistics of a period, and arithmetic over them. */
@NullMarked
package io.beanpole.scaling.metric;

import org.jspecify.annotations.NullMarked;
