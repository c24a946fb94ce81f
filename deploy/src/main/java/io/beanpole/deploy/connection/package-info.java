/** One cloud as a console or a command sees it: everything that can be watched and done there. */
@NullMarked
package io.beanpole.deploy.connection;

import org.jspecify.annotations.NullMarked;
