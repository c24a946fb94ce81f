/** The command palette: every action and every environment, found by typing. */
@NullMarked
package io.beanpole.console.palette;

import org.jspecify.annotations.NullMarked;
