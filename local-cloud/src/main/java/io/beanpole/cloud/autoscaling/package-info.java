/**
 * Auto Scaling: groups of real instances, the policies that size them, and the activities that tell why.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/">Amazon EC2 Auto Scaling API Reference</a>
 */
@NullMarked
package io.beanpole.cloud.autoscaling;

import org.jspecify.annotations.NullMarked;
