/** The instance metadata service, version 2: who an instance is and the credentials of its role. */
@NullMarked
package io.beanpole.cloud.imds;

import org.jspecify.annotations.NullMarked;
