/** What CloudWatch measured: the metrics of queues, and the reading of any. */
@NullMarked
package io.beanpole.deploy.metric;

import org.jspecify.annotations.NullMarked;
