/** Designs to compare: the classic ones, and the one that is proposed for what a lane is to keep. */
@NullMarked
package io.beanpole.scaling.advice;

import org.jspecify.annotations.NullMarked;
