/** Dead letters: grouped by cause, looked at, sent back at a rate that stops itself, edited, and thrown away. */
@NullMarked
package io.beanpole.deploy.deadletter;

import org.jspecify.annotations.NullMarked;
