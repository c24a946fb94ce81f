package io.beanpole.deploy.cli.queue;

import java.util.List;

/**
 * What {@code dlq restore} sent.
 *
 * @param queueName the source queue
 * @param sent letters that it took
 * @param refused the ids of those that it did not take
 * @param left letters of the file that were not tried
 */
public record RestoredLetters(String queueName, int sent, List<String> refused, int left) {
    public RestoredLetters {
        refused = List.copyOf(refused);
    }
}
