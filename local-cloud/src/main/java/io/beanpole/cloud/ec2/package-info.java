/** EC2, as far as instances of environments go. See <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/">its API</a>. */
@NullMarked
package io.beanpole.cloud.ec2;

import org.jspecify.annotations.NullMarked;
