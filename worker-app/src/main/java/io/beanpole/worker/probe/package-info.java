/** The kind of task that does nothing but say how it came here. */
@NullMarked
package io.beanpole.worker.probe;

import org.jspecify.annotations.NullMarked;
