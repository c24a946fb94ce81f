/** The lanes and the sender that carries stored tasks to their queues. */
@NullMarked
package io.beanpole.web.lane;

import org.jspecify.annotations.NullMarked;
