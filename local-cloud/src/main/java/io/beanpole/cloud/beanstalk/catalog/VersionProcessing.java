package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the bundles of versions that were created with {@code Process=true}, one after the other: a version is
 * Processing until then, and Processed or Failed from then on [B][D].
 */
final class VersionProcessing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VersionProcessing.class);
    static final String PROCESSING = "Processing";

    private final CatalogParts parts;
    private final ExecutorService work = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "version-processing");
        thread.setDaemon(true);
        return thread;
    });

    VersionProcessing(CatalogParts parts) {
        this.parts = parts;
    }

    void begin(VersionRecord version, String requestId) {
        try {
            work.execute(() -> process(version, requestId));
        } catch (RejectedExecutionException e) {
            throw new CloudException("The local cloud is being stopped, so it processes no version.", e);
        }
    }

    /** Those that the last stop of the local cloud cut. */
    void resume() {
        parts.catalog().versions().stream().filter(each -> each.is(PROCESSING)).forEach(each -> begin(each, ""));
    }

    @Override
    public void close() {
        work.shutdownNow();
    }

    private void process(VersionRecord version, String requestId) {
        String fault = fault(version);
        parts.catalog()
                .replace(version.withStatus(
                        fault.isEmpty() ? "Processed" : "Failed",
                        parts.surroundings().clock().instant()));
        CatalogSubject subject = CatalogSubject.version(version.application(), version.label());
        if (fault.isEmpty()) {
            parts.events()
                    .tell("INFO", subject, "Successfully processed application version " + version.label(), requestId);
        } else {
            parts.events()
                    .tell(
                            "ERROR",
                            subject,
                            "Failed to process application version " + version.label() + ": " + fault,
                            requestId);
        }
    }

    /** Docker and proxy files are not what it looks at, but a bundle that can't be opened fails all the same [B]. */
    private String fault(VersionRecord version) {
        try {
            List<String> faults = SourceBundle.of(
                            version.location(), parts.surroundings().s3())
                    .findings()
                    .faults();
            if (!faults.isEmpty()) {
                return faults.get(0);
            }
            EnvironmentManifest.of(version.location(), parts.surroundings().s3());
            return "";
        } catch (CloudException e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            // Else the version would be Processing for ever.
            LOG.warn("The bundle of version {} could not be looked through", version.label(), e);
            return "the source bundle cannot be looked through: " + e;
        }
    }
}
