/** Alarms for people on call: what stands, what it means, who looks after it. */
@NullMarked
package io.beanpole.deploy.alarm;

import org.jspecify.annotations.NullMarked;
