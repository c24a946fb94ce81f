/** The one HTTP endpoint for every service, and the streaming proxy to the servers behind it. */
@NullMarked
package io.beanpole.cloud.endpoint;

import org.jspecify.annotations.NullMarked;
