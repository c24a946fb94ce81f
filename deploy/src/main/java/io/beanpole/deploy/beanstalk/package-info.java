/** Application versions and environments of Elastic Beanstalk, and the watch over their deployments. */
@NullMarked
package io.beanpole.deploy.beanstalk;

import org.jspecify.annotations.NullMarked;
