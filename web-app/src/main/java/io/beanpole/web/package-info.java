/** The web tier: accepts tasks, answers at once, shows them. */
@NullMarked
package io.beanpole.web;

import org.jspecify.annotations.NullMarked;
