/** The screen Logs: the tails of chosen instances together. */
@NullMarked
package io.beanpole.console.logs;

import org.jspecify.annotations.NullMarked;
