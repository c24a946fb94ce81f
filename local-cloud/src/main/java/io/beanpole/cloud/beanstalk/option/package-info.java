/** The options of environments: which there are, what they may be, what holds when several set them. */
@NullMarked
package io.beanpole.cloud.beanstalk.option;

import org.jspecify.annotations.NullMarked;
