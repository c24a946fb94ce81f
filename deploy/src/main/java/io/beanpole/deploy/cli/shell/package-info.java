/** What every command stands on: the checkout, the stage, tables and times, and the manners of output and questions. */
@NullMarked
package io.beanpole.deploy.cli.shell;

import org.jspecify.annotations.NullMarked;
