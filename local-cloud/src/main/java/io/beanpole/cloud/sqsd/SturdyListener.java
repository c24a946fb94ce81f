package io.beanpole.cloud.sqsd;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the troubles of whoever listens, such as a log on a full disk, away from the daemon: no thread of it may end and
 * no message wait because nobody could write down what happened.
 */
final class SturdyListener implements SqsdListener {
    private static final Logger LOG = LoggerFactory.getLogger(SturdyListener.class);

    private final SqsdListener next;
    private volatile boolean hasFailed;

    SturdyListener(SqsdListener next) {
        this.next = next;
    }

    @Override
    public void message(MessageEvent event) {
        tell(() -> next.message(event));
    }

    @Override
    public void posted(int status, Duration took) {
        tell(() -> next.posted(status, took));
    }

    @Override
    public void daemon(String category, String text) {
        tell(() -> next.daemon(category, text));
    }

    /** One note for a row of failures. */
    private void tell(Runnable news) {
        try {
            news.run();
            hasFailed = false;
        } catch (RuntimeException e) {
            if (!hasFailed) {
                LOG.warn("What the daemon does could not be written down; it goes on", e);
            }
            hasFailed = true;
        }
    }
}
