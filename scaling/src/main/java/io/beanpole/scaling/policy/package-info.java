/**
 * What a scaling policy does to a group: adjustment, clamp, cooldown, warm-up, and the sentence that explains it.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html">Step and simple
 *     scaling policies</a>
 */
@NullMarked
package io.beanpole.scaling.policy;

import org.jspecify.annotations.NullMarked;
