/** How requests to instances went: counted where they pass, read by enhanced health. */
@NullMarked
package io.beanpole.cloud.traffic;

import org.jspecify.annotations.NullMarked;
