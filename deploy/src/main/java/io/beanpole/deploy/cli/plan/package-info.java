/** The command that shows what a deployment would change. */
@NullMarked
package io.beanpole.deploy.cli.plan;

import org.jspecify.annotations.NullMarked;
