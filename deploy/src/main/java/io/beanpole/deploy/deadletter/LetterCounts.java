package io.beanpole.deploy.deadletter;

/**
 * How much lies in a dead-letter queue and its source.
 *
 * @param dead all letters, those that somebody looks at among them
 * @param source all messages of the source queue: waiting, in flight and delayed
 */
public record LetterCounts(long dead, long source) {}
