/** The rules of deployments: policies, batches, health gates; nothing here touches an instance. */
@NullMarked
package io.beanpole.cloud.beanstalk.deployment;

import org.jspecify.annotations.NullMarked;
