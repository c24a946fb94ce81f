package io.beanpole.deploy.fleet;

import java.util.Optional;

/**
 * Which queues belong to a worker.
 *
 * @param url of the queue that it drains
 * @param deadLetterUrl of where sqsd's failures end; empty where the queue has no redrive policy
 */
record WorkerQueue(String url, Optional<String> deadLetterUrl) {
    String name() {
        return name(url);
    }

    Optional<String> deadLetterName() {
        return deadLetterUrl.map(WorkerQueue::name);
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
