/** Deployments with their records: one version of one environment replaced by another, and the way back. */
@NullMarked
package io.beanpole.deploy.release;

import org.jspecify.annotations.NullMarked;
