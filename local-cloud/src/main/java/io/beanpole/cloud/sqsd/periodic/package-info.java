/** Periodic tasks of the worker tier: cron.yaml, and the election of the one daemon that enqueues them. */
@NullMarked
package io.beanpole.cloud.sqsd.periodic;

import org.jspecify.annotations.NullMarked;
