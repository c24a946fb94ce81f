/** The commands about how environments scale: show it, explain it, simulate it, propose it. */
@NullMarked
package io.beanpole.deploy.cli.scaling;

import org.jspecify.annotations.NullMarked;
