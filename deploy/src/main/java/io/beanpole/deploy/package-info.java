/** Deploys any Elastic Beanstalk application: image, bundle, version, environment. */
@NullMarked
package io.beanpole.deploy;

import org.jspecify.annotations.NullMarked;
