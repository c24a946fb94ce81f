/** The task: its record, its states and all SQL that reads or moves it. */
@NullMarked
package io.beanpole.task;

import org.jspecify.annotations.NullMarked;
