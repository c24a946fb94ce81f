/** Work off the window's thread: what is asked again and again, and what is done once. */
@NullMarked
package io.beanpole.console.polling;

import org.jspecify.annotations.NullMarked;
