/** The whole system seen from outside: the command, the page, the API, AWS's protocols. */
@NullMarked
package io.beanpole.endtoend;

import org.jspecify.annotations.NullMarked;
