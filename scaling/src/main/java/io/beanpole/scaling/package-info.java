/** The arithmetic of alarms and scaling policies: pure functions over values and times that are handed in. */
@NullMarked
package io.beanpole.scaling;

import org.jspecify.annotations.NullMarked;
