/** The worker tier's daemon: polls one SQS queue and POSTs each message to the application. */
@NullMarked
package io.beanpole.cloud.sqsd;

import org.jspecify.annotations.NullMarked;
