/** AWS's long names, shortened for people. */
@NullMarked
package io.beanpole.console.naming;

import org.jspecify.annotations.NullMarked;
