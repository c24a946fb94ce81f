/** One run of one task: claiming it, keeping the lease, and writing down what came of it. */
@NullMarked
package io.beanpole.worker.run;

import org.jspecify.annotations.NullMarked;
