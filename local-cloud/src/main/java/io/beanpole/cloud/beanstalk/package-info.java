/** Elastic Beanstalk's API (https://docs.aws.amazon.com/elasticbeanstalk/latest/api/): applications, versions, environments. */
@NullMarked
package io.beanpole.cloud.beanstalk;

import org.jspecify.annotations.NullMarked;
