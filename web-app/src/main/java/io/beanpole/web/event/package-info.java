/** Tells open pages what changed, fed by PostgreSQL's LISTEN and NOTIFY. */
@NullMarked
package io.beanpole.web.event;

import org.jspecify.annotations.NullMarked;
