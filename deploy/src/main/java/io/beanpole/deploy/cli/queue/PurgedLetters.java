package io.beanpole.deploy.cli.queue;

/**
 * What {@code dlq purge} deleted.
 *
 * @param queueName the dead-letter queue
 * @param deleted letters that are gone; they are in the snapshot
 * @param left letters that were looked at and stay
 */
public record PurgedLetters(String queueName, int deleted, int left) {}
