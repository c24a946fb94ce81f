/** What AWS answers to the questions of a plan, each asked with as few requests as it allows. */
@NullMarked
package io.beanpole.deploy.plan.cloud;

import org.jspecify.annotations.NullMarked;
