/** What environments are made from: applications, their versions and saved configurations, platforms, and all tags. */
@NullMarked
package io.beanpole.cloud.beanstalk.catalog;

import org.jspecify.annotations.NullMarked;
