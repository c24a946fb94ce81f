package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.Extensions;
import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import io.beanpole.cloud.beanstalk.catalog.Quotas;
import io.beanpole.cloud.beanstalk.catalog.VersionRecord;
import io.beanpole.cloud.beanstalk.option.OptionDefaults;
import io.beanpole.cloud.beanstalk.option.OptionMessage;
import io.beanpole.cloud.beanstalk.option.OptionRules;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.beanstalk.request.Refusals;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes environments: checks what is wanted, gives the id, launches it. */
final class EnvironmentCreation {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Platform platform;
    private final Ledger ledger;
    private final Environments environments;
    private final SecureRandom random = new SecureRandom();

    EnvironmentCreation(Platform platform, Ledger ledger, Environments environments) {
        this.platform = platform;
        this.ledger = ledger;
        this.environments = environments;
    }

    /** Begins the launch. */
    synchronized EnvironmentRecord launch(WantedEnvironment wanted) {
        EnvironmentRecord created = checked(wanted);
        ledger.catalog()
                .putTags(platform.arn("environment/" + created.application() + "/" + created.name()), wanted.tags());
        return environments.launch(created, platform.requestId());
    }

    /**
     * Begins to launch one that was terminated anew, where a new one like it could be; meanwhile its name, its CNAME or
     * its place in the quota may have gone to another, and its version may be gone.
     */
    synchronized void rebuild(EnvironmentRecord terminated) {
        refuseTaken(terminated.name());
        refuseUnplaceable(terminated.application(), terminated.version(), terminated.cnamePrefix());
        environments.rebuild(terminated, platform.requestId());
    }

    /** The record that it would have; refuses what can't be. */
    private EnvironmentRecord checked(WantedEnvironment wanted) {
        String name = name(wanted.name());
        refuseUnplaceable(wanted.application(), wanted.version(), wanted.cnamePrefix());
        Instant now = platform.clock().instant();
        EnvironmentRecord created = new EnvironmentRecord(
                new EnvironmentIdentity(newId(), name, wanted.application(), wanted.tier(), wanted.groupName(), now),
                EnvironmentConfiguration.of(
                                wanted.description(),
                                wanted.platform(),
                                wanted.changes().appliedTo(Map.of()))
                        .withTemplate(wanted.saved())
                        .withLinks(wanted.links()),
                new EnvironmentPlace(wanted.cnamePrefix(), 0, "", ""),
                new EnvironmentProgress(wanted.version(), "Launching", 0, Underway.NOTHING, now));
        refuseConflict(settings(created), created);
        return created;
    }

    private void refuseUnplaceable(String application, String version, String cnamePrefix) {
        Quotas.refuseEnvironmentBeyond(environments.existing().count());
        usable(application, version);
        if (!cnamePrefix.isEmpty() && !isAvailable(prefix(cnamePrefix))) {
            throw Refusals.invalid("DNS name (" + cnamePrefix + ") is not available.");
        }
    }

    private void refuseTaken(String name) {
        if (environments.existing().anyMatch(each -> each.name().equals(name))) {
            throw Refusals.invalid("Environment " + name + " already exists.");
        }
    }

    /** A version that there is, and that may be deployed. */
    String usable(String application, String label) {
        VersionRecord version = ledger.version(application, label)
                .orElseThrow(() -> Refusals.invalid("No Application Version named '" + label + "' found."));
        if (version.status().equals("Failed") || version.status().equals("Processing")) {
            throw Refusals.invalid(
                    "Application version " + label + " cannot be deployed: its status is " + version.status() + ".");
        }
        return label;
    }

    boolean isAvailable(String prefix) {
        return environments
                .existing()
                .noneMatch(each -> each.place().cnamePrefix().equalsIgnoreCase(prefix));
    }

    /** What AWS takes for a part of a host name. */
    static String prefix(String prefix) {
        Refusals.limited(prefix, "CNAMEPrefix", 4, 63);
        if (!prefix.matches("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")) {
            throw Refusals.invalid("Value " + prefix + " at 'CNAMEPrefix' failed to satisfy constraint: it may contain"
                    + " only letters, digits and hyphens and must not start or end with a hyphen.");
        }
        return prefix;
    }

    static void refuseConflict(OptionSettings settings, EnvironmentRecord environment) {
        OptionRules.conflicts(settings, environment.tier()).stream()
                .filter(OptionMessage::isError)
                .findFirst()
                .ifPresent(conflict -> {
                    throw Refusals.configuration(conflict.message());
                });
    }

    private String name(String name) {
        Refusals.limited(name, "EnvironmentName", 4, 40);
        if (!name.matches("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")) {
            throw Refusals.invalid(
                    "Value " + name + " at 'EnvironmentName' failed to satisfy constraint: it may contain"
                            + " only letters, digits and hyphens and must not start or end with a hyphen.");
        }
        refuseTaken(name);
        return name;
    }

    /** With those of the bundle, which may widen the bounds; one that can't be read fails the launch, with an event. */
    private OptionSettings settings(EnvironmentRecord created) {
        Map<String, Map<String, String>> defaults = OptionDefaults.of(created.tier());
        Map<String, Map<String, String>> saved =
                created.configuration().template().settings();
        VersionRecord version =
                ledger.version(created.application(), created.version()).orElseThrow();
        try {
            Extensions extensions =
                    SourceBundle.of(version.location(), platform.s3()).extensions();
            return new OptionSettings(List.of(defaults, extensions.settings(), saved, created.settings()));
        } catch (CloudException e) {
            return new OptionSettings(List.of(defaults, saved, created.settings()));
        }
    }

    private String newId() {
        StringBuilder id = new StringBuilder("e-");
        for (int i = 0; i < 10; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return ledger.environment(id.toString()).isPresent() ? newId() : id.toString();
    }
}
