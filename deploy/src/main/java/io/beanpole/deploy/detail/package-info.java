/** What lies behind one environment: its resources, its option settings and who set them, its events and instances. */
@NullMarked
package io.beanpole.deploy.detail;

import org.jspecify.annotations.NullMarked;
