/** What a stage needs before its first deployment: buckets and topics. */
@NullMarked
package io.beanpole.deploy.foundation;

import org.jspecify.annotations.NullMarked;
