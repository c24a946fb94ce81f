/** Application versions: what there is, what runs where, what can still be rolled back to, and what may go. */
@NullMarked
package io.beanpole.deploy.version;

import org.jspecify.annotations.NullMarked;
