/** What simulations are fed with and what is made of their results: recorded traces, rows and charts. */
@NullMarked
package io.beanpole.deploy.scaling.simulation;

import org.jspecify.annotations.NullMarked;
