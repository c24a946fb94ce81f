/** A chart of several series on one time axis, drawn on a canvas; its model knows no scene. */
@NullMarked
package io.beanpole.console.chart;

import org.jspecify.annotations.NullMarked;
