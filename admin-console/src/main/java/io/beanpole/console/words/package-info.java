/** Every word that a person reads, in one bundle. */
@NullMarked
package io.beanpole.console.words;

import org.jspecify.annotations.NullMarked;
