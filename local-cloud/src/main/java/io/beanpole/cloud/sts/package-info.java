/** STS: who calls. See <a href="https://docs.aws.amazon.com/STS/latest/APIReference/">its API</a>. */
@NullMarked
package io.beanpole.cloud.sts;

import org.jspecify.annotations.NullMarked;
