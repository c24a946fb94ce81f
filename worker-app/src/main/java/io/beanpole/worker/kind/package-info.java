/** What every kind of task has in common: something is handed to a handler, which makes something. */
@NullMarked
package io.beanpole.worker.kind;

import org.jspecify.annotations.NullMarked;
