/** Benchmarks: they print ratios against a baseline of the same run and assert nothing on wall time. */
@NullMarked
package io.beanpole.endtoend.bench;

import org.jspecify.annotations.NullMarked;
