package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionChanges;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateConfigurationTemplateRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateConfigurationTemplateResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteConfigurationTemplateRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteConfigurationTemplateResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.SourceConfiguration;
import software.amazon.awssdk.services.elasticbeanstalk.model.TooManyConfigurationTemplatesException;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateConfigurationTemplateRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateConfigurationTemplateResponse;

/** The operations on saved configurations. */
final class TemplatesApi {
    private final CatalogParts parts;
    private final Platforms platforms;

    /** What a new saved configuration begins with. */
    private record Beginning(
            EnvironmentTierName tier, PlatformName platform, Map<String, Map<String, String>> settings) {}

    TemplatesApi(CatalogParts parts, Platforms platforms) {
        this.parts = parts;
        this.platforms = platforms;
    }

    void register(AwsService service) {
        service.on(CreateConfigurationTemplateRequest.class, this::create)
                .on(UpdateConfigurationTemplateRequest.class, this::update)
                .on(DeleteConfigurationTemplateRequest.class, this::delete);
    }

    private synchronized CreateConfigurationTemplateResponse create(CreateConfigurationTemplateRequest request) {
        ApplicationRecord application = parts.application(request.applicationName());
        String name =
                Refusals.limited(Refusals.required(request.templateName(), "TemplateName"), "TemplateName", 1, 100);
        if (name.contains("/")) {
            throw Refusals.invalid("The template name " + name + " must not contain a forward slash.");
        }
        if (parts.catalog().template(application.name(), name).isPresent()) {
            throw Refusals.invalid("Configuration Template " + name + " already exists.");
        }
        Quotas.refuseBeyond(
                parts.catalog().templates().size(),
                Quotas.TEMPLATES,
                "configuration templates",
                TooManyConfigurationTemplatesException.class);
        Map<String, String> tags = Tags.of(request.tags());
        Beginning beginning = beginning(request, application.name());
        Map<String, Map<String, String>> settings =
                OptionChanges.adding(request.optionSettings()).appliedTo(beginning.settings());
        Instant now = parts.surroundings().clock().instant();
        TemplateRecord created = new TemplateRecord(
                application.name(),
                name,
                Refusals.description(request.description()),
                beginning.tier(),
                beginning.platform(),
                settings,
                now,
                now);
        parts.catalog().put(created);
        parts.catalog().putTags(parts.arn(created), tags);
        parts.tell(CatalogSubject.template(application.name(), name), "Created new Configuration Template: " + name);
        return ConfigurationShapes.copied(
                        ConfigurationShapes.description(created), CreateConfigurationTemplateResponse.builder())
                .build();
    }

    /** From an environment, from another saved configuration, or from nothing but a platform. */
    private Beginning beginning(CreateConfigurationTemplateRequest request, String application) {
        SourceConfiguration source = request.sourceConfiguration();
        if (request.environmentId() != null) {
            CatalogEnvironment environment = parts.environments().existing(null, request.environmentId());
            return checked(request, new Beginning(environment.tier(), environment.platform(), environment.own()), true);
        }
        if (source != null) {
            TemplateRecord template = parts.template(
                    source.applicationName() == null ? application : source.applicationName(), source.templateName());
            return checked(request, new Beginning(template.tier(), template.platform(), template.settings()), false);
        }
        if (request.solutionStackName() == null && request.platformArn() == null) {
            throw Refusals.combination("One of SolutionStackName, PlatformArn, SourceConfiguration and EnvironmentId"
                    + " must be specified.");
        }
        boolean isWorker = request.optionSettings().stream().anyMatch(each -> OptionName.SQSD.equals(each.namespace()));
        return new Beginning(
                isWorker ? EnvironmentTierName.WORKER : EnvironmentTierName.WEB_SERVER,
                platforms.wanted(request.solutionStackName(), request.platformArn()),
                new TreeMap<>());
    }

    /** Another platform than the one it comes from can only be named where it comes from a saved configuration. */
    private Beginning checked(CreateConfigurationTemplateRequest request, Beginning from, boolean isEnvironment) {
        if (request.solutionStackName() == null && request.platformArn() == null) {
            return from;
        }
        PlatformName wanted = platforms.wanted(request.solutionStackName(), request.platformArn());
        if (!isEnvironment && !Objects.equals(wanted, from.platform())) {
            throw Refusals.combination("The platform of the template differs from that of its SourceConfiguration.");
        }
        return new Beginning(from.tier(), wanted, from.settings());
    }

    private UpdateConfigurationTemplateResponse update(UpdateConfigurationTemplateRequest request) {
        TemplateRecord known = parts.template(request.applicationName(), request.templateName());
        @Nullable String description = request.description();
        TemplateRecord described =
                description == null ? known : known.withDescription(Refusals.description(description));
        OptionChanges changes = new OptionChanges(request.optionSettings(), request.optionsToRemove());
        TemplateRecord changed = described.withSettings(
                changes.appliedTo(known.settings()),
                parts.surroundings().clock().instant());
        parts.catalog().put(changed);
        parts.tell(
                CatalogSubject.template(known.application(), known.name()),
                "Updated Configuration Template: " + known.name());
        return ConfigurationShapes.copied(
                        ConfigurationShapes.description(changed), UpdateConfigurationTemplateResponse.builder())
                .build();
    }

    private DeleteConfigurationTemplateResponse delete(DeleteConfigurationTemplateRequest request) {
        TemplateRecord known = parts.template(request.applicationName(), request.templateName());
        parts.catalog().removeTemplate(known, parts.arn(known));
        parts.tell(
                CatalogSubject.template(known.application(), known.name()),
                "Deleted Configuration Template: " + known.name());
        return DeleteConfigurationTemplateResponse.builder().build();
    }
}
