/** The edge towards sqsd: one POST is one message, and the status code is the answer. */
@NullMarked
package io.beanpole.worker.sqsd;

import org.jspecify.annotations.NullMarked;
