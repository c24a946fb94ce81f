/** Where an owner may put a clip; the clip itself goes past the web tier. */
@NullMarked
package io.beanpole.web.upload;

import org.jspecify.annotations.NullMarked;
