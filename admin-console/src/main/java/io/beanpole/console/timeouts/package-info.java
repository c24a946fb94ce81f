/** The screen Timeouts: the retry life of a message, and what contradicts itself. */
@NullMarked
package io.beanpole.console.timeouts;

import org.jspecify.annotations.NullMarked;
