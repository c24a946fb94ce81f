package io.beanpole.cloud.beanstalk.bundle;

/** The daemon of an instance, as far as a signal reaches it. */
public interface SteeredDaemon {
    /** Takes no more messages from the queue; what the application has goes on. */
    void stopPolling();

    /** How many messages the application has. */
    int running();
}
