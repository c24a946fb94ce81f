/** What screens remember from one start of the console to the next. */
@NullMarked
package io.beanpole.console.memory;

import org.jspecify.annotations.NullMarked;
