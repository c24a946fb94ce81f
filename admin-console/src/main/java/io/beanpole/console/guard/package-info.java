/** What may be changed here, and how a person is asked before it is. */
@NullMarked
package io.beanpole.console.guard;

import org.jspecify.annotations.NullMarked;
