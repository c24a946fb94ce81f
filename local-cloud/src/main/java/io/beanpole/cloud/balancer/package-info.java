/** The load balancer in front of a web environment. */
@NullMarked
package io.beanpole.cloud.balancer;

import org.jspecify.annotations.NullMarked;
