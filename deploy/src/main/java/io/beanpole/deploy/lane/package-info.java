/** Lanes: a queue, its dead letters, the environment that drains it, and what watches over it. */
@NullMarked
package io.beanpole.deploy.lane;

import org.jspecify.annotations.NullMarked;
