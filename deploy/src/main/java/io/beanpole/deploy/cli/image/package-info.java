/** Commands about images and about the files that say which of them run. */
@NullMarked
package io.beanpole.deploy.cli.image;

import org.jspecify.annotations.NullMarked;
