/** What the console has to say: problems that stand until they are over, and news that pass. */
@NullMarked
package io.beanpole.console.notice;

import org.jspecify.annotations.NullMarked;
