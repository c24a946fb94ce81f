/** What the frame and every screen share: the connection at work, what is chosen, and how a screen is shown. */
@NullMarked
package io.beanpole.console.screen;

import org.jspecify.annotations.NullMarked;
