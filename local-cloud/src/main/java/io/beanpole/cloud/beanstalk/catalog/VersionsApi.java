package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Page;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.CodeBuildNotInServiceRegionException;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationVersionResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationVersionResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationVersionsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationVersionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.S3Location;
import software.amazon.awssdk.services.elasticbeanstalk.model.TooManyApplicationVersionsException;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationVersionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationVersionResponse;

/** The operations on application versions. What a version contains never changes; its label is unique. */
final class VersionsApi {
    private final CatalogParts parts;
    private final ApplicationsApi applications;
    private final VersionProcessing processing;
    private final VersionRemoval removal;

    VersionsApi(CatalogParts parts, ApplicationsApi applications, VersionProcessing processing) {
        this.parts = parts;
        this.applications = applications;
        this.processing = processing;
        this.removal = new VersionRemoval(parts);
    }

    void register(AwsService service) {
        service.on(CreateApplicationVersionRequest.class, this::create)
                .lacks(
                        CreateApplicationVersionRequest.class,
                        "SourceBuildInformation and BuildConfiguration are refused, because there is no CodeBuild;"
                                + " a SourceBundle is required, because there is no sample application")
                .on(DescribeApplicationVersionsRequest.class, this::describe)
                .on(UpdateApplicationVersionRequest.class, this::update)
                .on(DeleteApplicationVersionRequest.class, this::delete);
    }

    private synchronized CreateApplicationVersionResponse create(CreateApplicationVersionRequest request) {
        String application = Refusals.required(request.applicationName(), "ApplicationName");
        String label = label(Refusals.required(request.versionLabel(), "VersionLabel"));
        String description = Refusals.description(request.description());
        Map<String, String> tags = Tags.of(request.tags());
        boolean isNew = parts.catalog().application(application).isEmpty();
        if (isNew && !Objects.equals(request.autoCreateApplication(), true)) {
            throw Refusals.invalid("No Application named '" + application + "' found.");
        }
        if (parts.catalog().version(application, label).isPresent()) {
            throw Refusals.invalid("Application Version " + label + " already exists.");
        }
        Quotas.refuseBeyond(
                parts.catalog().versions().size(),
                Quotas.VERSIONS,
                "application versions",
                TooManyApplicationVersionsException.class);
        S3Location source = source(request);
        if (isNew) {
            applications.created(application, "", Lifecycle.NONE);
        }
        boolean process = Objects.equals(request.process(), true);
        Instant now = parts.surroundings().clock().instant();
        String status = process ? VersionProcessing.PROCESSING : "Unprocessed";
        VersionRecord created =
                new VersionRecord(application, label, description, source.s3Bucket(), source.s3Key(), status, now, now);
        keep(created, tags);
        return CreateApplicationVersionResponse.builder()
                .applicationVersion(description(created))
                .build();
    }

    private void keep(VersionRecord created, Map<String, String> tags) {
        parts.catalog().put(created);
        parts.catalog().putTags(parts.arn(created), tags);
        parts.tell(
                CatalogSubject.version(created.application(), created.label()),
                "Created new Application Version: " + created.label());
        if (created.is(VersionProcessing.PROCESSING)) {
            processing.begin(created, parts.surroundings().requestId());
        }
        removal.afterCreationOf(created);
    }

    private static String label(String label) {
        Refusals.limited(label, "VersionLabel", 1, 100);
        if (label.contains("/")) {
            throw Refusals.invalid("The version label " + label + " must not contain a forward slash.");
        }
        return label;
    }

    private S3Location source(CreateApplicationVersionRequest request) {
        if (request.sourceBuildInformation() != null || request.buildConfiguration() != null) {
            throw AwsError.of(
                    CodeBuildNotInServiceRegionException.class,
                    "AWS CodeBuild is not available in this region: the local cloud builds nothing from source. Create"
                            + " the version from a SourceBundle.");
        }
        S3Location source = request.sourceBundle();
        if (source == null || source.s3Bucket() == null || source.s3Key() == null) {
            throw Refusals.combination("A version needs a SourceBundle with S3Bucket and S3Key; the local cloud has no"
                    + " sample application.");
        }
        try {
            parts.surroundings()
                    .s3()
                    .headObject(head -> head.bucket(source.s3Bucket()).key(source.s3Key()));
        } catch (SdkException e) {
            throw Refusals.invalid("Unable to download from S3 location (Bucket: " + source.s3Bucket() + "  Key: "
                    + source.s3Key() + "). Reason: Not Found");
        }
        return source;
    }

    private DescribeApplicationVersionsResponse describe(DescribeApplicationVersionsRequest request) {
        List<String> labels = request.versionLabels();
        List<VersionRecord> found = parts.catalog().versions().stream()
                .filter(each ->
                        request.applicationName() == null || each.application().equals(request.applicationName()))
                .filter(each -> labels.isEmpty() || labels.contains(each.label()))
                .toList();
        Page<VersionRecord> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeApplicationVersionsResponse.builder()
                .applicationVersions(page.map(this::description))
                .nextToken(page.nextToken())
                .build();
    }

    private UpdateApplicationVersionResponse update(UpdateApplicationVersionRequest request) {
        VersionRecord known = parts.version(request.applicationName(), request.versionLabel());
        String description = request.description();
        VersionRecord changed = description == null
                ? known
                : known.withDescription(
                        Refusals.description(description),
                        parts.surroundings().clock().instant());
        parts.catalog().replace(changed);
        return UpdateApplicationVersionResponse.builder()
                .applicationVersion(description(changed))
                .build();
    }

    private DeleteApplicationVersionResponse delete(DeleteApplicationVersionRequest request) {
        VersionRecord version = parts.version(request.applicationName(), request.versionLabel());
        if (removal.isDeployed(version)) {
            throw Refusals.inProgress("Application version " + version.label() + " is deployed to an environment and"
                    + " cannot be deleted.");
        }
        removal.remove(version, Objects.equals(request.deleteSourceBundle(), true));
        return DeleteApplicationVersionResponse.builder().build();
    }

    private ApplicationVersionDescription description(VersionRecord version) {
        return ApplicationVersionDescription.builder()
                .applicationName(version.application())
                .versionLabel(version.label())
                .applicationVersionArn(parts.arn(version))
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
