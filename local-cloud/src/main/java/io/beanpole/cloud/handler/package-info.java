/** Only the worker tier's daemon, for an application that a developer runs: in an IDE, with a debugger. */
@NullMarked
package io.beanpole.cloud.handler;

import org.jspecify.annotations.NullMarked;
