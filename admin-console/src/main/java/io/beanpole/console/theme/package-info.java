/** How the console looks: light or dark, and the one stylesheet of our own. */
@NullMarked
package io.beanpole.console.theme;

import org.jspecify.annotations.NullMarked;
