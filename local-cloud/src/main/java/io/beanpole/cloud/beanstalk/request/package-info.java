/** What every operation of Elastic Beanstalk does with its request: refusing what makes no sense, and paging. */
@NullMarked
package io.beanpole.cloud.beanstalk.request;

import org.jspecify.annotations.NullMarked;
