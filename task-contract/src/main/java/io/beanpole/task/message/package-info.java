/** The message of a task as it stands on the queue of its lane. */
@NullMarked
package io.beanpole.task.message;

import org.jspecify.annotations.NullMarked;
