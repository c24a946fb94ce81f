package io.beanpole.cloud.sqsd.queue;

/** Who counts what daemons take from queues; called on the daemon's threads, so quick. */
public interface QueueObserver {
    /** When nobody counts. */
    QueueObserver NOBODY = new QueueObserver() {
        @Override
        public void received(String queueUrl, int messages) {}

        @Override
        public void deleted(String queueUrl, int messages) {}
    };

    /** A receive was answered; with no message, too. */
    void received(String queueUrl, int messages);

    /** So many messages were deleted. */
    void deleted(String queueUrl, int messages);
}
