package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateApplicationResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteApplicationResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.TooManyApplicationsException;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationResourceLifecycleRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationResourceLifecycleResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateApplicationResponse;

/** The operations on applications. */
final class ApplicationsApi {
    private final CatalogParts parts;

    ApplicationsApi(CatalogParts parts) {
        this.parts = parts;
    }

    void register(AwsService service) {
        service.on(CreateApplicationRequest.class, this::create)
                .on(DescribeApplicationsRequest.class, this::describe)
                .on(UpdateApplicationRequest.class, this::update)
                .on(UpdateApplicationResourceLifecycleRequest.class, this::updateLifecycle)
                .on(DeleteApplicationRequest.class, this::delete);
    }

    private CreateApplicationResponse create(CreateApplicationRequest request) {
        String name = Refusals.required(request.applicationName(), "ApplicationName");
        if (parts.catalog().application(name).isPresent()) {
            throw Refusals.invalid("Application " + name + " already exists.");
        }
        Map<String, String> tags = Tags.of(request.tags());
        Lifecycle lifecycle = LifecycleShapes.changed(Lifecycle.NONE, request.resourceLifecycleConfig());
        ApplicationRecord created = created(name, Refusals.description(request.description()), lifecycle);
        parts.catalog().putTags(parts.arn(created), tags);
        return CreateApplicationResponse.builder()
                .application(description(created))
                .build();
    }

    /** Also for a version that brings its application with it. */
    synchronized ApplicationRecord created(String name, String description, Lifecycle lifecycle) {
        Refusals.limited(name, "ApplicationName", 1, 100);
        if (name.contains("/")) {
            throw Refusals.invalid("The application name " + name + " must not contain a forward slash.");
        }
        Quotas.refuseBeyond(
                parts.catalog().applications().size(),
                Quotas.APPLICATIONS,
                "applications",
                TooManyApplicationsException.class);
        Instant now = parts.surroundings().clock().instant();
        ApplicationRecord created = new ApplicationRecord(name, description, now, now, lifecycle);
        parts.catalog().put(created);
        parts.tell(CatalogSubject.application(name), "Created new Application: " + name);
        return created;
    }

    private DescribeApplicationsResponse describe(DescribeApplicationsRequest request) {
        List<String> names = request.applicationNames();
        return DescribeApplicationsResponse.builder()
                .applications(parts.catalog().applications().stream()
                        .filter(each -> names.isEmpty() || names.contains(each.name()))
                        .map(this::description)
                        .toList())
                .build();
    }

    /** A description that isn't there stays; an empty one removes what was. */
    private UpdateApplicationResponse update(UpdateApplicationRequest request) {
        ApplicationRecord known = parts.application(request.applicationName());
        String description = request.description();
        ApplicationRecord changed = description == null
                ? known
                : known.withDescription(
                        Refusals.description(description),
                        parts.surroundings().clock().instant());
        parts.catalog().put(changed);
        parts.tell(CatalogSubject.application(known.name()), "Updated Application: " + known.name());
        return UpdateApplicationResponse.builder()
                .application(description(changed))
                .build();
    }

    private UpdateApplicationResourceLifecycleResponse updateLifecycle(
            UpdateApplicationResourceLifecycleRequest request) {
        ApplicationRecord known = parts.application(request.applicationName());
        if (request.resourceLifecycleConfig() == null) {
            throw Refusals.missing("ResourceLifecycleConfig");
        }
        Lifecycle lifecycle = LifecycleShapes.changed(known.lifecycle(), request.resourceLifecycleConfig());
        parts.catalog()
                .put(known.withLifecycle(lifecycle, parts.surroundings().clock().instant()));
        return UpdateApplicationResourceLifecycleResponse.builder()
                .applicationName(known.name())
                .resourceLifecycleConfig(LifecycleShapes.shape(lifecycle))
                .build();
    }

    /** Of one that isn't there, nothing is said, as on AWS [I]. */
    private DeleteApplicationResponse delete(DeleteApplicationRequest request) {
        String name = Refusals.required(request.applicationName(), "ApplicationName");
        List<CatalogEnvironment> alive = parts.environments()
                .existing()
                .filter(each -> each.application().equals(name))
                .toList();
        if (!alive.isEmpty() && !Objects.equals(request.terminateEnvByForce(), true)) {
            throw Refusals.inProgress("Unable to delete application " + name + " because it has a running environment: "
                    + alive.get(0).name() + ". Terminate it first, or ask with TerminateEnvByForce.");
        }
        alive.stream()
                .filter(each -> !each.status().equals("Terminating"))
                .forEach(each -> parts.environments()
                        .terminate(each.id(), parts.surroundings().requestId()));
        if (parts.catalog().application(name).isPresent()) {
            parts.catalog().removeApplication(name);
            parts.tell(CatalogSubject.application(name), "Deleted Application: " + name);
        }
        return DeleteApplicationResponse.builder().build();
    }

    private ApplicationDescription description(ApplicationRecord application) {
        return ApplicationDescription.builder()
                .applicationName(application.name())
                .applicationArn(parts.arn(application))
                .description(application.description())
                .dateCreated(application.created())
                .dateUpdated(application.updated())
                .versions(parts.catalog().versions(application.name()).stream()
                        .map(VersionRecord::label)
                        .toList())
                .configurationTemplates(parts.catalog().templates().stream()
                        .filter(each -> each.application().equals(application.name()))
                        .map(TemplateRecord::name)
                        .toList())
                .resourceLifecycleConfig(LifecycleShapes.shape(application.lifecycle()))
                .build();
    }
}
