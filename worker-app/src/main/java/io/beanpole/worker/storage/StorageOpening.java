package io.beanpole.worker.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/** Opens the way to S3 beside the start, which doesn't wait for it. */
@Component
class StorageOpening {
    private static final Logger LOG = LoggerFactory.getLogger(StorageOpening.class);

    private final ClipStorage storage;

    StorageOpening(ClipStorage storage) {
        this.storage = storage;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::open, "storage opening");
        thread.setDaemon(true);
        thread.start();
    }

    private void open() {
        try {
            storage.open();
        } catch (SdkException e) {
            LOG.warn("The bucket can't be reached now; tasks will fail until it can: {}", e.getMessage());
        }
    }
}
