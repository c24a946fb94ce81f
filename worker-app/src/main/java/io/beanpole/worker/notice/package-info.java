/** Tells everyone else that a task has ended. */
@NullMarked
package io.beanpole.worker.notice;

import org.jspecify.annotations.NullMarked;
