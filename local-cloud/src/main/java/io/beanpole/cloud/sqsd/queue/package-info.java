/** A lean client for the three calls that the daemon makes to SQS. */
@NullMarked
package io.beanpole.cloud.sqsd.queue;

import org.jspecify.annotations.NullMarked;
