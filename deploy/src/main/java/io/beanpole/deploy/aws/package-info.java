/** How to reach AWS, or the local cloud in its place, and what to say when it refuses. */
@NullMarked
package io.beanpole.deploy.aws;

import org.jspecify.annotations.NullMarked;
