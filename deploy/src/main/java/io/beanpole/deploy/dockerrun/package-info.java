/** The Dockerrun.aws.json of a bundle, filled in from its template. */
@NullMarked
package io.beanpole.deploy.dockerrun;

import org.jspecify.annotations.NullMarked;
