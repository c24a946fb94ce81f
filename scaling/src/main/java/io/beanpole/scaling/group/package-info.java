/**
 * A group's arithmetic without its machines: who is in it, what is desired, which policy holds, who goes. The local
 * cloud runs it in real time and the simulator in virtual time.
 */
@NullMarked
package io.beanpole.scaling.group;

import org.jspecify.annotations.NullMarked;
