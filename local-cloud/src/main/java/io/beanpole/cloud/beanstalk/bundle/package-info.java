/**
 * A version's source bundle: what it says, what can't be read of it, and what its instances are to do with it.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-sourcebundle.html">Create an
 *     application source bundle</a>
 */
@NullMarked
package io.beanpole.cloud.beanstalk.bundle;

import org.jspecify.annotations.NullMarked;
