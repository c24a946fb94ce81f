/** The dead letters of a lane on the screen Queues: looked at by cause, sent back, mended, thrown away, restored. */
@NullMarked
package io.beanpole.console.queues.letters;

import org.jspecify.annotations.NullMarked;
