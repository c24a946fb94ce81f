/** All environments of an account and region at a glance, in a bounded number of requests however many they are. */
@NullMarked
package io.beanpole.deploy.fleet;

import org.jspecify.annotations.NullMarked;
