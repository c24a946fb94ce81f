/** AWS on this machine: one process, one endpoint, AWS's own wire protocols. */
@NullMarked
package io.beanpole.cloud;

import org.jspecify.annotations.NullMarked;
