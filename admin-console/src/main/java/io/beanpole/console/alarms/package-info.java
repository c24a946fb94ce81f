/** The screen Alarms: every alarm on a queue with its state, what it means and who looks after it. */
@NullMarked
package io.beanpole.console.alarms;

import org.jspecify.annotations.NullMarked;
