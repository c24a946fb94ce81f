/** Load to look at: a flood for one lane, a trickle for the other, and what came of them. */
@NullMarked
package io.beanpole.endtoend.demo;

import org.jspecify.annotations.NullMarked;
