package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.wire.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.SourceBundleDeletionException;

/** Deletes versions: one by hand, or those that the lifecycle rule no longer wants. */
final class VersionRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(VersionRemoval.class);

    /** A version is kept so long after the last environment that used it was terminated [D]. */
    private static final Duration AFTER_USE = Duration.ofDays(70);

    private final CatalogParts parts;

    VersionRemoval(CatalogParts parts) {
        this.parts = parts;
    }

    boolean isDeployed(VersionRecord version) {
        return parts.environments()
                .existing()
                .anyMatch(each -> each.application().equals(version.application())
                        && each.version().equals(version.label()));
    }

    void remove(VersionRecord version, boolean withSource) {
        if (withSource) {
            try {
                parts.surroundings()
                        .s3()
                        .deleteObject(object -> object.bucket(version.bucket()).key(version.key()));
            } catch (SdkException e) {
                throw AwsError.of(
                        SourceBundleDeletionException.class,
                        "Unable to delete source bundle of version " + version.label() + ": " + e.getMessage());
            }
        }
        parts.catalog().removeVersion(version, parts.arn(version));
        parts.tell(
                CatalogSubject.version(version.application(), version.label()),
                "Deleted Application Version: " + version.label());
    }

    /** Runs the application's rule, which never deletes the version that it runs for. */
    void afterCreationOf(VersionRecord created) {
        Lifecycle lifecycle = parts.catalog()
                .application(created.application())
                .map(ApplicationRecord::lifecycle)
                .orElse(Lifecycle.NONE);
        if (!lifecycle.isEnabled()) {
            return;
        }
        Instant now = parts.surroundings().clock().instant();
        Set<String> kept = inUse(created.application(), now);
        kept.add(created.label());
        for (VersionRecord version : lifecycle.expired(parts.catalog().versions(created.application()), kept, now)) {
            try {
                remove(version, lifecycle.deletesSource());
            } catch (AwsError e) {
                LOG.warn("The lifecycle rule of {} could not delete {}", created.application(), version.label(), e);
                parts.events()
                        .tell(
                                "WARN",
                                CatalogSubject.version(version.application(), version.label()),
                                "The lifecycle rule of application " + created.application()
                                        + " could not delete application version " + version.label() + ": "
                                        + e.getMessage(),
                                parts.surroundings().requestId());
            }
        }
    }

    private Set<String> inUse(String application, Instant now) {
        return parts.environments().all().stream()
                .filter(each -> each.application().equals(application))
                .filter(each -> !each.isTerminated() || each.updated().isAfter(now.minus(AFTER_USE)))
                .map(CatalogEnvironment::version)
                .collect(Collectors.toSet());
    }
}
