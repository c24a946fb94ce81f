/** Policies and alarms as a person edits them: tried before they are applied. */
@NullMarked
package io.beanpole.deploy.scaling.desk;

import org.jspecify.annotations.NullMarked;
