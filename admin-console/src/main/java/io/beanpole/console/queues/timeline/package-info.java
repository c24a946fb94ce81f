/** The messages of a lane on the screen Queues: what happened to each and which rule fired, where a cloud tells it. */
@NullMarked
package io.beanpole.console.queues.timeline;

import org.jspecify.annotations.NullMarked;
