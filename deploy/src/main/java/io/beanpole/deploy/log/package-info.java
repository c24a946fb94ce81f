/** Logs of instances, for people who follow them. */
@NullMarked
package io.beanpole.deploy.log;

import org.jspecify.annotations.NullMarked;
