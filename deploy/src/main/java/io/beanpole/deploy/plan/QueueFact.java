package io.beanpole.deploy.plan;

/**
 * The messages of a queue.
 *
 * @param isFresh whether SQS counted now; CloudWatch is up to five minutes behind
 */
public record QueueFact(String name, long depth, long inFlight, boolean isFresh) {}
