/**
 * Enhanced health: what instances and environments are found to be, why, and the events and metrics that tell of it. It
 * knows environments through {@link io.beanpole.cloud.beanstalk.health.WatchedEnvironment} only.
 */
@NullMarked
package io.beanpole.cloud.beanstalk.health;

import org.jspecify.annotations.NullMarked;
