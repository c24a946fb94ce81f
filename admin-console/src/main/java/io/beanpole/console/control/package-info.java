/** The small controls that all screens draw with, so that health, states and numbers look the same everywhere. */
@NullMarked
package io.beanpole.console.control;

import org.jspecify.annotations.NullMarked;
