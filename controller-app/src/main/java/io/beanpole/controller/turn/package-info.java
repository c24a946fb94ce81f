/** A turn: looks at each lane several times, decides, acts, and says why. */
@NullMarked
package io.beanpole.controller.turn;

import org.jspecify.annotations.NullMarked;
