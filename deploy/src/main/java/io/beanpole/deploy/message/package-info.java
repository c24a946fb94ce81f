/** What happened to one message, where a cloud tells it. */
@NullMarked
package io.beanpole.deploy.message;

import org.jspecify.annotations.NullMarked;
