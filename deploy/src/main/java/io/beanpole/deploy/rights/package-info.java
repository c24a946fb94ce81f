/** What the credentials may do, asked before it is tried. */
@NullMarked
package io.beanpole.deploy.rights;

import org.jspecify.annotations.NullMarked;
