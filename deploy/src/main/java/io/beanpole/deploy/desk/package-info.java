/** What a release manager does at a desk: choose, compare, plan, release, undo. */
@NullMarked
package io.beanpole.deploy.desk;

import org.jspecify.annotations.NullMarked;
