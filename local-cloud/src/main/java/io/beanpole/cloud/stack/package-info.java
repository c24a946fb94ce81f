/**
 * The stack of an environment: the Resources of its bundle's .ebextensions over those that Elastic Beanstalk makes
 * itself, brought about through the AWS SDK as CloudFormation would. It knows no other service of this cloud.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-resources.html">Adding and
 *     customizing environment resources</a>
 */
@NullMarked
package io.beanpole.cloud.stack;

import org.jspecify.annotations.NullMarked;
