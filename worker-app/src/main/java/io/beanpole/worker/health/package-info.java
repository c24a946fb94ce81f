/** Whether this instance can work. */
@NullMarked
package io.beanpole.worker.health;

import org.jspecify.annotations.NullMarked;
