/** What is wrong with a design before it does harm: the flaws that queue scaling is known for. */
@NullMarked
package io.beanpole.scaling.check;

import org.jspecify.annotations.NullMarked;
