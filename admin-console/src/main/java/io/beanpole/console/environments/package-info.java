/** The screen Environments: what runs where, is it healthy, and what happened to it. */
@NullMarked
package io.beanpole.console.environments;

import org.jspecify.annotations.NullMarked;
