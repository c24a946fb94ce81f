package io.beanpole.cloud.sqsd;

/** Who wants to know what the daemon does; called on the daemon's threads, so quick. */
public interface SqsdListener {
    /** A rule fired for a message. */
    void message(MessageEvent event);

    /** Something about the daemon itself: {@code init}, {@code start}, {@code pollers}, {@code drain}. */
    void daemon(String category, String text);
}
