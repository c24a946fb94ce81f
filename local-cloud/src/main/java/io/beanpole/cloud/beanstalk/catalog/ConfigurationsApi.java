package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionChanges;
import io.beanpole.cloud.beanstalk.option.OptionDefaults;
import io.beanpole.cloud.beanstalk.option.OptionDefinition;
import io.beanpole.cloud.beanstalk.option.OptionDefinitions;
import io.beanpole.cloud.beanstalk.option.OptionMessage;
import io.beanpole.cloud.beanstalk.option.OptionRules;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteEnvironmentConfigurationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DeleteEnvironmentConfigurationResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationOptionsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationOptionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationSettingsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationSettingsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.OptionSpecification;
import software.amazon.awssdk.services.elasticbeanstalk.model.ValidateConfigurationSettingsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ValidateConfigurationSettingsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ValidationMessage;

/** The operations that tell of option settings: what there can be, what there is, and what would be wrong. */
final class ConfigurationsApi {
    private final CatalogParts parts;
    private final Platforms platforms;

    ConfigurationsApi(CatalogParts parts, Platforms platforms) {
        this.parts = parts;
        this.platforms = platforms;
    }

    void register(AwsService service) {
        service.on(DescribeConfigurationOptionsRequest.class, this::options)
                .on(DescribeConfigurationSettingsRequest.class, this::settings)
                .on(ValidateConfigurationSettingsRequest.class, this::validate)
                .on(DeleteEnvironmentConfigurationRequest.class, this::deleteDraft);
    }

    /** Of no environment or template, those of a web server on the platform. */
    private DescribeConfigurationOptionsResponse options(DescribeConfigurationOptionsRequest request) {
        EnvironmentTierName tier = EnvironmentTierName.WEB_SERVER;
        PlatformName platform = platforms.standard();
        if (request.environmentName() != null) {
            CatalogEnvironment environment = environment(request.applicationName(), request.environmentName());
            tier = environment.tier();
            platform = environment.platform();
        } else if (request.templateName() != null) {
            TemplateRecord template = parts.template(request.applicationName(), request.templateName());
            tier = template.tier();
            platform = template.platform();
        } else if (request.solutionStackName() != null || request.platformArn() != null) {
            platform = platforms.wanted(request.solutionStackName(), request.platformArn());
        }
        List<ConfigurationOptionDescription> found = request.options().isEmpty()
                ? OptionDefinitions.all().of(tier).stream()
                        .filter(each -> !each.isNamedByUser())
                        .map(ConfigurationShapes::description)
                        .toList()
                : wanted(request.options());
        return DescribeConfigurationOptionsResponse.builder()
                .solutionStackName(platform.solutionStack())
                .platformArn(platform.platformArn())
                .options(found)
                .build();
    }

    private static List<ConfigurationOptionDescription> wanted(List<OptionSpecification> options) {
        List<ConfigurationOptionDescription> found = new ArrayList<>();
        for (OptionSpecification each : options) {
            String namespace = Refusals.required(each.namespace(), "Options.member.Namespace");
            String name = Refusals.required(each.optionName(), "Options.member.OptionName");
            Optional<OptionDefinition> known = OptionDefinitions.all().find(namespace, name);
            known.ifPresent(option -> found.add(ConfigurationShapes.description(option).toBuilder()
                    .namespace(namespace)
                    .name(name)
                    .userDefined(option.isNamedByUser())
                    .build()));
        }
        return found;
    }

    private DescribeConfigurationSettingsResponse settings(DescribeConfigurationSettingsRequest request) {
        parts.application(request.applicationName());
        refuseBothOrNeither(request.environmentName(), request.templateName());
        return DescribeConfigurationSettingsResponse.builder()
                .configurationSettings(
                        request.templateName() == null
                                ? ConfigurationShapes.description(
                                        environment(request.applicationName(), request.environmentName()))
                                : ConfigurationShapes.description(
                                        parts.template(request.applicationName(), request.templateName())))
                .build();
    }

    private ValidateConfigurationSettingsResponse validate(ValidateConfigurationSettingsRequest request) {
        parts.application(request.applicationName());
        refuseBothOrNeither(request.environmentName(), request.templateName());
        OptionChanges changes = OptionChanges.adding(request.optionSettings());
        List<OptionMessage> found = new ArrayList<>(changes.faults());
        if (found.isEmpty()) {
            if (request.templateName() == null) {
                CatalogEnvironment environment = environment(request.applicationName(), request.environmentName());
                found.addAll(conflicts(environment.settings().get().all(), changes, environment.tier()));
            } else {
                TemplateRecord template = parts.template(request.applicationName(), request.templateName());
                found.addAll(conflicts(template.settings(), changes, template.tier()));
            }
        }
        return ValidateConfigurationSettingsResponse.builder()
                .messages(found.stream().map(ConfigurationsApi::message).toList())
                .build();
    }

    private static List<OptionMessage> conflicts(
            Map<String, Map<String, String>> known, OptionChanges changes, EnvironmentTierName tier) {
        return OptionRules.conflicts(
                new OptionSettings(List.of(OptionDefaults.of(tier), changes.appliedTo(known))), tier);
    }

    /** There never is a draft here: settings that could not be applied stay in force, and are shown [I]. */
    private DeleteEnvironmentConfigurationResponse deleteDraft(DeleteEnvironmentConfigurationRequest request) {
        environment(
                Refusals.required(request.applicationName(), "ApplicationName"),
                Refusals.required(request.environmentName(), "EnvironmentName"));
        return DeleteEnvironmentConfigurationResponse.builder().build();
    }

    private CatalogEnvironment environment(@Nullable String application, @Nullable String name) {
        CatalogEnvironment environment = parts.environments().existing(name, null);
        if (application != null && !environment.application().equals(application)) {
            throw Refusals.invalid("No Environment found for EnvironmentName = '" + environment.name()
                    + "' in application '" + application + "'.");
        }
        return environment;
    }

    private static void refuseBothOrNeither(@Nullable String environment, @Nullable String template) {
        if ((environment == null) == (template == null)) {
            throw Refusals.combination("Either EnvironmentName or TemplateName must be specified, and not both.");
        }
    }

    private static ValidationMessage message(OptionMessage message) {
        return ValidationMessage.builder()
                .message(message.message())
                .severity(message.isError() ? "error" : "warning")
                .namespace(message.option().namespace())
                .optionName(message.option().name())
                .build();
    }
}
