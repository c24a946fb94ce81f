/** The console as something that is installed: a Java of its own, an application image and the system's installer. */
@NullMarked
package io.beanpole.endtoend.packaging;

import org.jspecify.annotations.NullMarked;
