/** Who may sign in, by form or by token, and what each may see. */
@NullMarked
package io.beanpole.web.account;

import org.jspecify.annotations.NullMarked;
