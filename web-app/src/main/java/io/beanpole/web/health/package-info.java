/** Whether this instance can serve, for the load balancer. */
@NullMarked
package io.beanpole.web.health;

import org.jspecify.annotations.NullMarked;
