/** An instance: the containers of one Dockerrun file, started from images that were really pulled. */
@NullMarked
package io.beanpole.cloud.instance;

import org.jspecify.annotations.NullMarked;
