/** What can be done with a clip: one handler per kind of cut. */
@NullMarked
package io.beanpole.worker.clip;

import org.jspecify.annotations.NullMarked;
