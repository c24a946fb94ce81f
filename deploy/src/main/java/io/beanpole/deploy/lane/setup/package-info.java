/** What a lane is made of, written as an option file or put in place by the APIs: the same resources either way. */
@NullMarked
package io.beanpole.deploy.lane.setup;

import org.jspecify.annotations.NullMarked;
