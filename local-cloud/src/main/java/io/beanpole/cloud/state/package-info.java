/** What the local cloud remembers in its data directory, as JSON files and one lock. */
@NullMarked
package io.beanpole.cloud.state;

import org.jspecify.annotations.NullMarked;
