/** Whether this instance can steer. */
@NullMarked
package io.beanpole.controller.health;

import org.jspecify.annotations.NullMarked;
