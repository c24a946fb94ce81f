/** Pictures of the console as it shows what runs. */
@NullMarked
package io.beanpole.endtoend.picture;

import org.jspecify.annotations.NullMarked;
