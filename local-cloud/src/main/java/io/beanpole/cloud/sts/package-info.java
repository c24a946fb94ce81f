/** AWS Security Token Service: who the caller is. https://docs.aws.amazon.com/STS/latest/APIReference/ */
@NullMarked
package io.beanpole.cloud.sts;

import org.jspecify.annotations.NullMarked;
