/** The data directory of a local cloud and the secrets in it. */
@NullMarked
package io.beanpole.cloud.state;

import org.jspecify.annotations.NullMarked;
