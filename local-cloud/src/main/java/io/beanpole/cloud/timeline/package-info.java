/** What happened to each message of a worker's queue, when, and by which rule of the daemon; told over HTTP. */
@NullMarked
package io.beanpole.cloud.timeline;

import org.jspecify.annotations.NullMarked;
