package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationVersionResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationVersionResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationVersionsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationVersionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.S3Location;
import software.amazon.awssdk.services.elasticbeanstalk.model.SourceBundleDeletionException;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationVersionResponse;

/** The operations on application versions. What a version contains never changes; its label is unique. */
final class VersionsApi implements AutoCloseable {
    private final Platform platform;
    private final Ledger ledger;
    private final EventLog events;
    private final ExecutorService processing = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "version-processing");
        thread.setDaemon(true);
        return thread;
    });

    VersionsApi(Platform platform, Ledger ledger, EventLog events) {
        this.platform = platform;
        this.ledger = ledger;
        this.events = events;
    }

    void register(AwsService service) {
        service.on(CreateApplicationVersionRequest.class, this::create)
                .on(DescribeApplicationVersionsRequest.class, this::describe)
                .on(UpdateApplicationVersionRequest.class, this::update)
                .on(DeleteApplicationVersionRequest.class, this::delete);
    }

    @Override
    public void close() {
        processing.shutdownNow();
    }

    private CreateApplicationVersionResponse create(CreateApplicationVersionRequest request) {
        String application = Refusals.required(request.applicationName(), "ApplicationName");
        String label =
                Refusals.limited(Refusals.required(request.versionLabel(), "VersionLabel"), "VersionLabel", 1, 100);
        if (ledger.application(application).isEmpty()) {
            if (!Objects.equals(request.autoCreateApplication(), true)) {
                throw Refusals.invalid("No Application named '" + application + "' found.");
            }
            ledger.put(new ApplicationRecord(
                    application,
                    "",
                    platform.clock().instant(),
                    platform.clock().instant()));
        }
        if (ledger.version(application, label).isPresent()) {
            throw Refusals.invalid("Application Version " + label + " already exists.");
        }
        VersionRecord created = new VersionRecord(
                application,
                label,
                Refusals.orEmpty(request.description()),
                source(request).s3Bucket(),
                source(request).s3Key(),
                Objects.equals(request.process(), true) ? "Processing" : "Unprocessed",
                platform.clock().instant(),
                platform.clock().instant());
        ledger.put(created);
        String requestId = platform.requestIds().get();
        events.ofApplication(application, label, "Created new Application Version: " + label, requestId);
        if (created.status().equals("Processing")) {
            processing.execute(() -> process(created, requestId));
        }
        return CreateApplicationVersionResponse.builder()
                .applicationVersion(description(created))
                .build();
    }

    private S3Location source(CreateApplicationVersionRequest request) {
        S3Location source = request.sourceBundle();
        if (source == null || source.s3Bucket() == null || source.s3Key() == null) {
            throw Refusals.combination("A version needs a SourceBundle with S3Bucket and S3Key; the local cloud builds"
                    + " nothing from source.");
        }
        try {
            platform.s3().headObject(head -> head.bucket(source.s3Bucket()).key(source.s3Key()));
        } catch (SdkException e) {
            throw Refusals.invalid("Unable to download from S3 location (Bucket: " + source.s3Bucket() + "  Key: "
                    + source.s3Key() + "). Reason: Not Found");
        }
        return source;
    }

    private void process(VersionRecord version, String requestId) {
        String outcome;
        try {
            SourceBundle bundle = SourceBundle.of(version.location(), platform.s3());
            List<String> faults = bundle.findings().faults();
            outcome = faults.isEmpty() ? "" : faults.get(0);
        } catch (CloudException e) {
            outcome = e.getMessage();
        }
        boolean processed = outcome != null && outcome.isEmpty();
        ledger.put(version.withStatus(
                processed ? "Processed" : "Failed", platform.clock().instant()));
        String message = processed
                ? "Successfully processed application version " + version.label()
                : "Failed to process application version " + version.label() + ": " + outcome;
        events.ofApplication(version.application(), version.label(), message, requestId);
    }

    private DescribeApplicationVersionsResponse describe(DescribeApplicationVersionsRequest request) {
        List<String> labels = request.versionLabels();
        return DescribeApplicationVersionsResponse.builder()
                .applicationVersions(ledger.versions().stream()
                        .filter(each -> request.applicationName() == null
                                || each.application().equals(request.applicationName()))
                        .filter(each -> labels.isEmpty() || labels.contains(each.label()))
                        .map(this::description)
                        .toList())
                .build();
    }

    private UpdateApplicationVersionResponse update(UpdateApplicationVersionRequest request) {
        VersionRecord changed = existing(request.applicationName(), request.versionLabel())
                .withDescription(
                        Refusals.orEmpty(request.description()),
                        platform.clock().instant());
        ledger.put(changed);
        return UpdateApplicationVersionResponse.builder()
                .applicationVersion(description(changed))
                .build();
    }

    private DeleteApplicationVersionResponse delete(DeleteApplicationVersionRequest request) {
        VersionRecord version = existing(request.applicationName(), request.versionLabel());
        boolean used = ledger.environments().stream()
                .anyMatch(each -> !each.isTerminated()
                        && each.application().equals(version.application())
                        && each.version().equals(version.label()));
        if (used) {
            throw Refusals.inProgress("Application version " + version.label() + " is deployed to an environment and"
                    + " cannot be deleted.");
        }
        if (Objects.equals(request.deleteSourceBundle(), true)) {
            try {
                platform.s3()
                        .deleteObject(object -> object.bucket(version.bucket()).key(version.key()));
            } catch (SdkException e) {
                throw AwsError.of(
                        SourceBundleDeletionException.class,
                        "Unable to delete source bundle of version " + version.label() + ": " + e.getMessage());
            }
        }
        ledger.removeVersion(version.application(), version.label());
        events.ofApplication(
                version.application(),
                version.label(),
                "Deleted Application Version: " + version.label(),
                platform.requestIds().get());
        return DeleteApplicationVersionResponse.builder().build();
    }

    private VersionRecord existing(String application, String label) {
        return ledger.version(Refusals.orEmpty(application), Refusals.orEmpty(label))
                .orElseThrow(() -> Refusals.invalid("No Application Version named '" + label + "' found."));
    }

    private ApplicationVersionDescription description(VersionRecord version) {
        return ApplicationVersionDescription.builder()
                .applicationName(version.application())
                .versionLabel(version.label())
                .applicationVersionArn(
                        platform.arn("applicationversion/" + version.application() + "/" + version.label()))
                .description(version.description())
                .sourceBundle(S3Location.builder()
                        .s3Bucket(version.bucket())
                        .s3Key(version.key())
                        .build())
                .dateCreated(version.created())
                .dateUpdated(version.updated())
                .status(version.status())
                .build();
    }
}
