/** The command line: thin commands over the services of this module. */
@NullMarked
package io.beanpole.deploy.cli;

import org.jspecify.annotations.NullMarked;
