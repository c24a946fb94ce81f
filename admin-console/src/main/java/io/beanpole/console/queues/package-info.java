/** The screen Queues: the lanes side by side, from urgent to ordinary. */
@NullMarked
package io.beanpole.console.queues;

import org.jspecify.annotations.NullMarked;
