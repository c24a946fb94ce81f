/** Why a group did or did not scale: facts of AWS become one time axis and one sentence. */
@NullMarked
package io.beanpole.scaling.why;

import org.jspecify.annotations.NullMarked;
