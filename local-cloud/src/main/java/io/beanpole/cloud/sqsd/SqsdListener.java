package io.beanpole.cloud.sqsd;

import java.time.Duration;

/** Who wants to know what the daemon does; called on the daemon's threads, so quick. */
public interface SqsdListener {
    /** A rule fired for a message. */
    void message(MessageEvent event);

    /**
     * The application answered a POST, or the POST was given up.
     *
     * @param status 502 when there was no connection or a broken one, 504 when it was silent for InactivityTimeout: what
     *     the proxy on an instance would log
     */
    void posted(int status, Duration took);

    /** Something about the daemon itself: {@code init}, {@code start}, {@code pollers}, {@code drain}. */
    void daemon(String category, String text);
}
