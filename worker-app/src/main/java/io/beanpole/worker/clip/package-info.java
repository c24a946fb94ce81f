/** What can be done with a clip: one handler per kind of task. */
@NullMarked
package io.beanpole.worker.clip;

import org.jspecify.annotations.NullMarked;
