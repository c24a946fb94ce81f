/** What Auto Scaling and CloudWatch say about an environment, on one time axis. */
@NullMarked
package io.beanpole.deploy.scaling;

import org.jspecify.annotations.NullMarked;
