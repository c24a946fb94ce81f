/** The task API: submit, list, read, cancel, result. */
@NullMarked
package io.beanpole.web.task;

import org.jspecify.annotations.NullMarked;
