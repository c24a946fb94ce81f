/** The commands that list, make and delete application versions. */
@NullMarked
package io.beanpole.deploy.cli.version;

import org.jspecify.annotations.NullMarked;
