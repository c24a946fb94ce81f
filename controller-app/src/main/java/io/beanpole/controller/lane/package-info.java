/** The lanes that are steered, as AWS has them: queue, environment and group. */
@NullMarked
package io.beanpole.controller.lane;

import org.jspecify.annotations.NullMarked;
