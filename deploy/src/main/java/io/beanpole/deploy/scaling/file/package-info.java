/** Designs of scaling as option files of {@code .ebextensions}. */
@NullMarked
package io.beanpole.deploy.scaling.file;

import org.jspecify.annotations.NullMarked;
