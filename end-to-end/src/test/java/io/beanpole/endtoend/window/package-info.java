/** The console's window as a person uses it: one class per screen, which presses and reads. */
@NullMarked
package io.beanpole.endtoend.window;

import org.jspecify.annotations.NullMarked;
