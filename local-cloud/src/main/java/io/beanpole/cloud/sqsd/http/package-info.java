/** HTTP as the daemon needs it: exact header bytes, kept connections, and a clock that any byte of an answer resets. */
@NullMarked
package io.beanpole.cloud.sqsd.http;

import org.jspecify.annotations.NullMarked;
