/** The console's start, window and frame; each screen has a package of its own. */
@NullMarked
package io.beanpole.console;

import org.jspecify.annotations.NullMarked;
