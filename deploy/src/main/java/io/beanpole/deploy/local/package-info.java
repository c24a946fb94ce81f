/** The local cloud as a process of its own: started, found again and stopped. */
@NullMarked
package io.beanpole.deploy.local;

import org.jspecify.annotations.NullMarked;
