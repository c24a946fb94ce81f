package io.beanpole.deploy.lane.setup;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Queues, as far as making them needs it. */
interface QueueStore {
    /** The URL of a queue by its name; empty when there is none, or when it is too new to be found. */
    Optional<String> find(String name);

    /** Makes a queue and gives its URL; SQS may not know it in other calls for up to a second (CreateQueue's page). */
    String create(String name, SortedMap<String, String> attributes);

    /** All attributes of a queue, by SQS's names; empty when SQS doesn't know the queue, or not yet. */
    Optional<Map<String, String>> attributes(String url);

    /** Sets attributes of a queue; the others stay. */
    void set(String url, SortedMap<String, String> attributes);
}
