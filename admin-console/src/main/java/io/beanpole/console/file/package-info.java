/** Files that a person saves: where, and that they are written. */
@NullMarked
package io.beanpole.console.file;

import org.jspecify.annotations.NullMarked;
