/** The source bundle: the same input gives the same bytes. */
@NullMarked
package io.beanpole.deploy.bundle;

import org.jspecify.annotations.NullMarked;
