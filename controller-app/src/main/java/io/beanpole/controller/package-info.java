/** The controller: steers the capacity of lanes by Little's law, one turn a minute. */
@NullMarked
package io.beanpole.controller;

import org.jspecify.annotations.NullMarked;
