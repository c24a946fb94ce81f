/** How the console comes to its connection, and comes back to it when the cloud was away. */
@NullMarked
package io.beanpole.console.connection;

import org.jspecify.annotations.NullMarked;
