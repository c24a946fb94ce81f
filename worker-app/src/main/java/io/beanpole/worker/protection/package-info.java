/** Scale-in protection: while this instance works, Auto Scaling leaves it alone. */
@NullMarked
package io.beanpole.worker.protection;

import org.jspecify.annotations.NullMarked;
