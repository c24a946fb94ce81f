/** The commands that change what environments run, and tell what was changed. */
@NullMarked
package io.beanpole.deploy.cli.release;

import org.jspecify.annotations.NullMarked;
