/** Images without Docker: base images by mmdebstrap, application images by jib. */
@NullMarked
package io.beanpole.deploy.image;

import org.jspecify.annotations.NullMarked;
