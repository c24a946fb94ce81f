/** Controllers that set a group's capacity themselves, in place of alarms and policies. */
@NullMarked
package io.beanpole.scaling.control;

import org.jspecify.annotations.NullMarked;
