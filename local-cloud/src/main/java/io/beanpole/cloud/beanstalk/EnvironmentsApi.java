package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.catalog.PlatformName;
import io.beanpole.cloud.beanstalk.catalog.Platforms;
import io.beanpole.cloud.beanstalk.catalog.Tags;
import io.beanpole.cloud.beanstalk.catalog.TemplateRecord;
import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionChanges;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.CheckDnsAvailabilityRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CheckDnsAvailabilityResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateEnvironmentRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateEnvironmentResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentTier;
import software.amazon.awssdk.services.elasticbeanstalk.model.InsufficientPrivilegesException;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateEnvironmentRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateEnvironmentResponse;

/** The operations that make environments and change what they are. */
final class EnvironmentsApi {
    private final Platform platform;
    private final Ledger ledger;
    private final Environments environments;
    private final EnvironmentViews views;
    private final EnvironmentCreation creation;
    private final Platforms platforms;

    EnvironmentsApi(
            Platform platform,
            Ledger ledger,
            Environments environments,
            EnvironmentViews views,
            EnvironmentCreation creation) {
        this.platform = platform;
        this.ledger = ledger;
        this.environments = environments;
        this.views = views;
        this.creation = creation;
        this.platforms = new Platforms(platform.region());
    }

    void register(AwsService service) {
        service.on(CreateEnvironmentRequest.class, this::create)
                .lacks(
                        CreateEnvironmentRequest.class,
                        "a VersionLabel is required, because there is no sample application; OperationsRole is refused,"
                                + " because there is no IAM")
                .on(UpdateEnvironmentRequest.class, this::update)
                .on(CheckDnsAvailabilityRequest.class, this::availability);
        new ComposeApi(platform, ledger, environments, views, creation).register(service);
    }

    private CreateEnvironmentResponse create(CreateEnvironmentRequest request) {
        String application = Refusals.required(request.applicationName(), "ApplicationName");
        if (ledger.catalog().application(application).isEmpty()) {
            throw Refusals.invalid("No Application named '" + application + "' found.");
        }
        if (request.operationsRole() != null) {
            throw AwsError.of(
                    InsufficientPrivilegesException.class,
                    "The operations role " + request.operationsRole() + " can't be passed to an environment, because"
                            + " there is no IAM here.");
        }
        Optional<TemplateRecord> template = template(application, request.templateName());
        EnvironmentTierName tier = request.tier() == null
                ? template.map(TemplateRecord::tier).orElse(EnvironmentTierName.WEB_SERVER)
                : tier(request.tier());
        PlatformName stack = platforms.wanted(
                request.solutionStackName(),
                request.platformArn(),
                template.map(TemplateRecord::platform).orElseGet(platforms::standard));
        EnvironmentRecord launched = creation.launch(new WantedEnvironment(
                name(request),
                application,
                Refusals.orEmpty(request.groupName()),
                Refusals.description(request.description()),
                Refusals.orEmpty(request.cnamePrefix()),
                tier,
                Refusals.required(request.versionLabel(), "VersionLabel"),
                new EnvironmentPlatform(stack.solutionStack(), stack.platformArn()),
                template.map(each -> new SavedSettings(each.name(), each.settings()))
                        .orElse(SavedSettings.NONE),
                new OptionChanges(request.optionSettings(), request.optionsToRemove()),
                Map.of(),
                Tags.of(request.tags())));
        return views.copied(launched, CreateEnvironmentResponse.builder()).build();
    }

    /** Where no name is given, the prefix of its CNAME is its name [B]. */
    private static String name(CreateEnvironmentRequest request) {
        return request.environmentName() == null && request.cnamePrefix() != null
                ? request.cnamePrefix()
                : Refusals.required(request.environmentName(), "EnvironmentName");
    }

    private UpdateEnvironmentResponse update(UpdateEnvironmentRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        if (request.applicationName() != null && !request.applicationName().equals(environment.application())) {
            throw Refusals.invalid("No Environment found for EnvironmentName = '" + environment.name()
                    + "' in application '" + request.applicationName() + "'.");
        }
        Operations.requireReady(environment);
        if (request.tier() != null && tier(request.tier()) != environment.tier()) {
            throw Refusals.invalid("cannot change environment tier");
        }
        String label = request.versionLabel();
        String version = label == null ? "" : creation.usable(environment.application(), label);
        EnvironmentUpdate update = new EnvironmentUpdate(
                platform(request, environment),
                template(environment.application(), request.templateName()),
                new OptionChanges(request.optionSettings(), request.optionsToRemove()));
        Environment alive = environments.byId(environment.id());
        EnvironmentRecord updated = environment.configured(update);
        EnvironmentCreation.refuseConflict(alive.settings(updated), updated);
        String description = request.description();
        if (description != null) {
            String checked = Refusals.description(description);
            ledger.change(environment.id(), known -> known.withDescription(checked));
        }
        if (!update.isEmpty()) {
            alive.configure(update, version, platform.requestId());
        } else if (!version.isEmpty()) {
            alive.deploy(version, platform.requestId());
        }
        return views.copied(alive.record(), UpdateEnvironmentResponse.builder()).build();
    }

    /** Another version of its platform, and no other platform [D]. */
    private Optional<PlatformName> platform(UpdateEnvironmentRequest request, EnvironmentRecord environment) {
        if (request.solutionStackName() == null && request.platformArn() == null) {
            return Optional.empty();
        }
        PlatformName wanted = platforms.wanted(request.solutionStackName(), request.platformArn());
        if (!platforms.isSameBranch(wanted.solutionStack(), environment.solutionStack())) {
            throw Refusals.invalid("Environment " + environment.name() + " runs on " + environment.solutionStack()
                    + "; it can be updated to another version of that platform only, not to " + wanted.solutionStack()
                    + ".");
        }
        return Optional.of(wanted).filter(each -> !each.solutionStack().equals(environment.solutionStack()));
    }

    private Optional<TemplateRecord> template(String application, @Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(ledger.catalog()
                .template(application, name)
                .orElseThrow(() ->
                        Refusals.invalid("No Configuration Template named '" + application + "/" + name + "' found.")));
    }

    private CheckDnsAvailabilityResponse availability(CheckDnsAvailabilityRequest request) {
        String prefix = EnvironmentCreation.prefix(Refusals.required(request.cnamePrefix(), "CNAMEPrefix"));
        return CheckDnsAvailabilityResponse.builder()
                .available(creation.isAvailable(prefix))
                .fullyQualifiedCNAME(prefix + "." + platform.region() + ".elasticbeanstalk.com")
                .build();
    }

    private static EnvironmentTierName tier(EnvironmentTier tier) {
        String type = tier.type();
        for (EnvironmentTierName each : EnvironmentTierName.values()) {
            if (each.wireName().equals(tier.name())) {
                if (type != null && !type.isEmpty() && !type.equals(each.type())) {
                    throw Refusals.invalid(
                            "The tier " + tier.name() + " is of the type " + each.type() + ", not of " + type + ".");
                }
                return each;
            }
        }
        throw Refusals.invalid("The tier " + tier.name() + " is not known; use WebServer or Worker.");
    }
}
