/** The worker tier: one POST from sqsd is one message. */
@NullMarked
package io.beanpole.worker;

import org.jspecify.annotations.NullMarked;
