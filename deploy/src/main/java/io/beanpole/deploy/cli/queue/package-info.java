/** The commands about queues: lanes, dead letters, timeouts. */
@NullMarked
package io.beanpole.deploy.cli.queue;

import org.jspecify.annotations.NullMarked;
