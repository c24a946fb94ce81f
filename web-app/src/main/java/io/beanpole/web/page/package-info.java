/** The page and its hashed assets. */
@NullMarked
package io.beanpole.web.page;

import org.jspecify.annotations.NullMarked;
