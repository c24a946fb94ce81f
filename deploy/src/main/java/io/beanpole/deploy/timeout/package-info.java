/** The times of one message: what sqsd, queue, proxy and application allow, where they contradict, and what would fit. */
@NullMarked
package io.beanpole.deploy.timeout;

import org.jspecify.annotations.NullMarked;
