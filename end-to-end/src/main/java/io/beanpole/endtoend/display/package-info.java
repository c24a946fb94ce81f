/** Where a window is drawn that nobody looks at. */
@NullMarked
package io.beanpole.endtoend.display;

import org.jspecify.annotations.NullMarked;
