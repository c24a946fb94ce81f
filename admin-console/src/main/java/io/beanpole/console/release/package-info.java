/** The Deploy screen: an image, the Dockerrun file it goes into, what will change, and the deployment to its end. */
@NullMarked
package io.beanpole.console.release;

import org.jspecify.annotations.NullMarked;
