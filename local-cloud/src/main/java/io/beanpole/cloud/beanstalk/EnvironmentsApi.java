package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.Extensions;
import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionDefaults;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.CheckDnsAvailabilityRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CheckDnsAvailabilityResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateEnvironmentRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateEnvironmentResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentTier;
import software.amazon.awssdk.services.elasticbeanstalk.model.OptionSpecification;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateEnvironmentRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.UpdateEnvironmentResponse;

/** The operations that change environments; one at a time each. */
final class EnvironmentsApi {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Platform platform;
    private final Ledger ledger;
    private final Environments environments;
    private final EnvironmentViews views;
    private final SecureRandom random = new SecureRandom();

    EnvironmentsApi(Platform platform, Ledger ledger, Environments environments, EnvironmentViews views) {
        this.platform = platform;
        this.ledger = ledger;
        this.environments = environments;
        this.views = views;
    }

    void register(AwsService service) {
        service.on(CreateEnvironmentRequest.class, this::create)
                .on(UpdateEnvironmentRequest.class, this::update)
                .on(CheckDnsAvailabilityRequest.class, this::availability);
    }

    private synchronized CreateEnvironmentResponse create(CreateEnvironmentRequest request) {
        String application = Refusals.required(request.applicationName(), "ApplicationName");
        if (ledger.application(application).isEmpty()) {
            throw Refusals.invalid("No Application named '" + application + "' found.");
        }
        String name = name(Refusals.required(request.environmentName(), "EnvironmentName"));
        String version = usable(application, Refusals.required(request.versionLabel(), "VersionLabel"));
        String prefix = Refusals.orEmpty(request.cnamePrefix());
        if (!prefix.isEmpty() && !isAvailable(Refusals.limited(prefix, "CNAMEPrefix", 4, 63))) {
            throw Refusals.invalid("DNS name (" + prefix + ") is not available.");
        }
        Instant now = platform.clock().instant();
        String stack =
                request.solutionStackName() == null ? EnvironmentViews.SOLUTION_STACK : request.solutionStackName();
        EnvironmentRecord created = new EnvironmentRecord(
                new EnvironmentIdentity(newId(), name, application, tier(request.tier()), "", now),
                EnvironmentConfiguration.of(
                        Refusals.orEmpty(request.description()),
                        new EnvironmentPlatform(stack, Refusals.orEmpty(request.platformArn())),
                        with(Map.of(), request.optionSettings(), List.of())),
                new EnvironmentPlace(prefix, 0, "", ""),
                new EnvironmentProgress(version, "Launching", 0, Underway.NOTHING, now));
        refuseFault(settings(created));
        EnvironmentRecord launched =
                environments.launch(created, platform.requestIds().get());
        return views.copied(launched, CreateEnvironmentResponse.builder()).build();
    }

    private UpdateEnvironmentResponse update(UpdateEnvironmentRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        Operations.requireReady(environment);
        if (request.tier() != null && tier(request.tier()) != environment.tier()) {
            throw Refusals.invalid("cannot change environment tier");
        }
        boolean hasSettings = !request.optionSettings().isEmpty()
                || !request.optionsToRemove().isEmpty();
        if (request.description() != null) {
            ledger.change(environment.id(), known -> known.withDescription(request.description()));
        }
        Environment alive = environments.byId(environment.id());
        String requestId = platform.requestIds().get();
        String version =
                request.versionLabel() == null ? "" : usable(environment.application(), request.versionLabel());
        if (hasSettings) {
            var settings = with(environment.settings(), request.optionSettings(), request.optionsToRemove());
            refuseFault(alive.settings(environment.withSettings(settings)));
            alive.configure(settings, version, requestId);
        } else if (!version.isEmpty()) {
            alive.deploy(version, requestId);
        }
        return views.copied(alive.record(), UpdateEnvironmentResponse.builder()).build();
    }

    private CheckDnsAvailabilityResponse availability(CheckDnsAvailabilityRequest request) {
        String prefix = Refusals.required(request.cnamePrefix(), "CNAMEPrefix");
        return CheckDnsAvailabilityResponse.builder()
                .available(isAvailable(prefix))
                .fullyQualifiedCNAME(prefix + "." + platform.region() + ".elasticbeanstalk.com")
                .build();
    }

    private boolean isAvailable(String prefix) {
        return environments.existing().noneMatch(each -> each.cnamePrefix().equals(prefix));
    }

    private String name(String name) {
        Refusals.limited(name, "EnvironmentName", 4, 40);
        if (!name.matches("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")) {
            throw Refusals.invalid(
                    "Value " + name + " at 'EnvironmentName' failed to satisfy constraint: it may contain"
                            + " only letters, digits and hyphens and must not start or end with a hyphen.");
        }
        if (environments.existing().anyMatch(each -> each.name().equals(name))) {
            throw Refusals.invalid("Environment " + name + " already exists.");
        }
        return name;
    }

    private String usable(String application, String label) {
        VersionRecord version = ledger.version(application, label)
                .orElseThrow(() -> Refusals.invalid("No Application Version named '" + label + "' found."));
        if (version.status().equals("Failed") || version.status().equals("Processing")) {
            throw Refusals.invalid(
                    "Application version " + label + " cannot be deployed: its status is " + version.status() + ".");
        }
        return label;
    }

    private static EnvironmentTierName tier(@Nullable EnvironmentTier tier) {
        if (tier == null || "WebServer".equals(tier.name())) {
            return EnvironmentTierName.WEB_SERVER;
        }
        if ("Worker".equals(tier.name())) {
            return EnvironmentTierName.WORKER;
        }
        throw Refusals.invalid("The tier " + tier.name() + " is not known; use WebServer or Worker.");
    }

    private static Map<String, Map<String, String>> with(
            Map<String, Map<String, String>> known,
            List<ConfigurationOptionSetting> added,
            List<OptionSpecification> removed) {
        Map<String, Map<String, String>> settings = new TreeMap<>();
        known.forEach((namespace, options) -> settings.put(namespace, new TreeMap<>(options)));
        removed.forEach(
                each -> settings.getOrDefault(each.namespace(), new TreeMap<>()).remove(each.optionName()));
        for (ConfigurationOptionSetting each : added) {
            String namespace = Refusals.required(each.namespace(), "OptionSettings.member.Namespace");
            String option = Refusals.required(each.optionName(), "OptionSettings.member.OptionName");
            String value = Refusals.orEmpty(each.value());
            OptionSettings.fault(namespace, option, value).ifPresent(fault -> {
                throw Refusals.invalid(fault);
            });
            settings.computeIfAbsent(namespace, key -> new TreeMap<>()).put(option, value);
        }
        return settings;
    }

    private static void refuseFault(OptionSettings settings) {
        settings.boundsFault().ifPresent(fault -> {
            throw Refusals.invalid(fault);
        });
    }

    /** With those of the bundle, which may widen the bounds; one that can't be read fails the launch, with an event. */
    private OptionSettings settings(EnvironmentRecord created) {
        Map<String, Map<String, String>> defaults = OptionDefaults.of(created.tier());
        VersionRecord version =
                ledger.version(created.application(), created.version()).orElseThrow();
        try {
            Extensions extensions =
                    SourceBundle.of(version.location(), platform.s3()).extensions();
            return new OptionSettings(List.of(defaults, extensions.settings(), created.settings()));
        } catch (CloudException e) {
            return new OptionSettings(List.of(defaults, created.settings()));
        }
    }

    private String newId() {
        StringBuilder id = new StringBuilder("e-");
        for (int i = 0; i < 10; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        String text = Objects.toString(id);
        return ledger.environment(text).isPresent() ? newId() : text;
    }
}
