/** What a deployment would change, found out without changing anything. */
@NullMarked
package io.beanpole.deploy.plan;

import org.jspecify.annotations.NullMarked;
