package io.beanpole.deploy.cli.queue;

/**
 * What {@code dlq replay} sent.
 *
 * @param message the dead letter's id; SQS gives what was sent another one
 * @param body as it was sent
 * @param sent false in a dry run
 * @param mayBeDoneTwice whether it could not be deleted among the dead letters after it was sent
 */
public record ReplayedLetter(String message, String body, boolean sent, boolean mayBeDoneTwice) {}
