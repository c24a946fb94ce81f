package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateStorageLocationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateStorageLocationResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** The operations on applications, and the bucket that all of them share. */
final class ApplicationsApi {
    private final Platform platform;
    private final Ledger ledger;
    private final EventLog events;
    private final Environments environments;

    ApplicationsApi(Platform platform, Ledger ledger, EventLog events, Environments environments) {
        this.platform = platform;
        this.ledger = ledger;
        this.events = events;
        this.environments = environments;
    }

    void register(AwsService service) {
        service.on(CreateApplicationRequest.class, this::create)
                .on(DescribeApplicationsRequest.class, this::describe)
                .on(DeleteApplicationRequest.class, this::delete)
                .on(CreateStorageLocationRequest.class, this::storageLocation);
    }

    private CreateApplicationResponse create(CreateApplicationRequest request) {
        String name = Refusals.limited(
                Refusals.required(request.applicationName(), "ApplicationName"), "ApplicationName", 1, 100);
        if (name.contains("/")) {
            throw Refusals.invalid("The application name " + name + " must not contain a forward slash.");
        }
        if (ledger.application(name).isPresent()) {
            throw Refusals.invalid("Application " + name + " already exists.");
        }
        ApplicationRecord created = new ApplicationRecord(
                name,
                Refusals.orEmpty(request.description()),
                platform.clock().instant(),
                platform.clock().instant());
        ledger.put(created);
        events.ofApplication(
                name,
                "",
                "Created new Application: " + name,
                platform.requestIds().get());
        return CreateApplicationResponse.builder()
                .application(description(created))
                .build();
    }

    private DescribeApplicationsResponse describe(DescribeApplicationsRequest request) {
        List<String> names = request.applicationNames();
        return DescribeApplicationsResponse.builder()
                .applications(ledger.applications().stream()
                        .filter(each -> names.isEmpty() || names.contains(each.name()))
                        .map(this::description)
                        .toList())
                .build();
    }

    private DeleteApplicationResponse delete(DeleteApplicationRequest request) {
        String name = Refusals.required(request.applicationName(), "ApplicationName");
        List<EnvironmentRecord> alive = ledger.environments().stream()
                .filter(each -> each.application().equals(name) && !each.isTerminated())
                .toList();
        if (!alive.isEmpty() && !Objects.equals(request.terminateEnvByForce(), true)) {
            throw Refusals.inProgress("Unable to delete application " + name + " because it has a running environment: "
                    + alive.get(0).name() + ". Terminate it first, or ask with TerminateEnvByForce.");
        }
        alive.forEach(each -> environments.terminate(each, platform.requestIds().get()));
        ledger.removeApplication(name);
        events.ofApplication(
                name, "", "Deleted Application: " + name, platform.requestIds().get());
        return DeleteApplicationResponse.builder().build();
    }

    private CreateStorageLocationResponse storageLocation(CreateStorageLocationRequest request) {
        String bucket = platform.bucket();
        try {
            platform.s3().headBucket(head -> head.bucket(bucket));
        } catch (NoSuchBucketException e) {
            platform.s3().createBucket(create -> create.bucket(bucket));
        }
        return CreateStorageLocationResponse.builder().s3Bucket(bucket).build();
    }

    private ApplicationDescription description(ApplicationRecord application) {
        return ApplicationDescription.builder()
                .applicationName(application.name())
                .applicationArn(platform.arn("application/" + application.name()))
                .description(application.description())
                .dateCreated(application.created())
                .dateUpdated(application.updated())
                .versions(ledger.versions().stream()
                        .filter(version -> version.application().equals(application.name()))
                        .map(VersionRecord::label)
                        .toList())
                .configurationTemplates(List.of())
                .build();
    }
}
