/**
 * When a group's size changes by the clock.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html">Scheduled
 *     scaling</a>
 */
@NullMarked
package io.beanpole.scaling.schedule;

import org.jspecify.annotations.NullMarked;
