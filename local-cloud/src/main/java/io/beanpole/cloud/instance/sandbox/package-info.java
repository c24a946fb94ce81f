/** Where an instance runs what its bundle says beside its containers: commands and hooks, on a file tree of its own. */
@NullMarked
package io.beanpole.cloud.instance.sandbox;

import org.jspecify.annotations.NullMarked;
