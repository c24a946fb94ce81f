/** What the console remembers from one start to the next. */
@NullMarked
package io.beanpole.console.settings;

import org.jspecify.annotations.NullMarked;
