/** A group of workers and its queue in virtual time, under the same arithmetic as the real one. */
@NullMarked
package io.beanpole.scaling.simulation;

import org.jspecify.annotations.NullMarked;
