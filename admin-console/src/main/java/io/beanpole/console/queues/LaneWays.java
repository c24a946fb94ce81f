package io.beanpole.console.queues;

import java.util.function.Consumer;

/**
 * Where a lane's card leads to.
 *
 * @param toLetters shows the dead letters of the lane of a name
 * @param toMessages shows the messages of the lane of a name
 */
record LaneWays(Consumer<String> toLetters, Consumer<String> toMessages) {}
