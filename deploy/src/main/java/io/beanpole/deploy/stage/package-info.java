/** From a description to running environments: the pipeline and the roll-out of one stage. */
@NullMarked
package io.beanpole.deploy.stage;

import org.jspecify.annotations.NullMarked;
