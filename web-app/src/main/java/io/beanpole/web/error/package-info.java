/** What a browser or program is told when something is wrong, as RFC 9457 problems. */
@NullMarked
package io.beanpole.web.error;

import org.jspecify.annotations.NullMarked;
