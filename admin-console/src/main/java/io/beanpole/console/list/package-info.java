/** Lists that follow what was polled by difference, so that selection and scroll position stay. */
@NullMarked
package io.beanpole.console.list;

import org.jspecify.annotations.NullMarked;
