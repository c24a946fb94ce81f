/** What may be asked of a worker: one record of input per kind of task. */
@NullMarked
package io.beanpole.task.kind;

import org.jspecify.annotations.NullMarked;
