/** Everything that can be done in the console, named once; menu, palette and shortcuts are made of it. */
@NullMarked
package io.beanpole.console.action;

import org.jspecify.annotations.NullMarked;
