/** Advice on how a lane should scale, with the simulation that speaks for it. */
@NullMarked
package io.beanpole.deploy.scaling.advice;

import org.jspecify.annotations.NullMarked;
