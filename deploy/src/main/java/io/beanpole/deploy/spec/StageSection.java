package io.beanpole.deploy.spec;

import io.beanpole.deploy.aws.AssumedRole;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section of deployment.yml that describes the stages. */
final class StageSection {
    private final Set<String> environments;

    StageSection(Set<String> environments) {
        this.environments = environments;
    }

    Map<String, StageSpec> read(SpecNode top) {
        var stages = new LinkedHashMap<String, StageSpec>();
        top.children("stages").forEach((name, node) -> stages.put(name, stage(name, node)));
        if (stages.isEmpty()) {
            throw top.wrongValue("stages", "is missing or empty");
        }
        return stages;
    }

    private StageSpec stage(String name, SpecNode node) {
        node.knowing(
                "region",
                "localCloud",
                "endpoint",
                "profile",
                "role",
                "database",
                "foundation",
                "secrets",
                "production",
                "options",
                "properties",
                "environments",
                "announce");
        var localCloud = node.flag("localCloud");
        var secrets = node.flag("secrets");
        if (secrets && !localCloud) {
            throw node.wrongValue(
                    "secrets", "may be true for the local cloud only; elsewhere take them from ${env:NAME}");
        }
        if (node.optionalText("database").isPresent() && !localCloud) {
            throw node.wrongValue(
                    "database", "may be named for the local cloud only; elsewhere set RDS_HOSTNAME and so on");
        }
        return new StageSpec(
                name,
                node.text("region"),
                localCloud,
                endpoint(node),
                node.optionalText("profile").orElse(null),
                role(node),
                node.optionalText("database").orElse(null),
                node.flag("foundation"),
                secrets,
                node.flag("production"),
                SpecFile.settings(node),
                overrides(node),
                node.texts("announce"));
    }

    private Map<String, StageSpec.Override> overrides(SpecNode node) {
        var overrides = new LinkedHashMap<String, StageSpec.Override>();
        node.children("environments").forEach((environment, override) -> {
            if (!environments.contains(environment)) {
                throw node.wrongValue("environments." + environment, "is not an environment that is described above");
            }
            override.knowing("memory", "options", "properties");
            overrides.put(
                    environment,
                    new StageSpec.Override(
                            override.optionalNumber("memory").orElse(null), SpecFile.settings(override)));
        });
        return overrides;
    }

    /** Its ARN alone, or a mapping that says more. */
    private static @Nullable AssumedRole role(SpecNode node) {
        if (node.isPlain("role")) {
            return node.optionalText("role")
                    .map(arn -> new AssumedRole(arn, null, null))
                    .orElse(null);
        }
        return node.child("role")
                .map(role -> role.knowing("arn", "externalId", "session"))
                .map(role -> new AssumedRole(
                        role.text("arn"),
                        role.optionalText("externalId").orElse(null),
                        role.optionalText("session").orElse(null)))
                .orElse(null);
    }

    private static @Nullable URI endpoint(SpecNode node) {
        return node.optionalText("endpoint")
                .map(text -> {
                    try {
                        return URI.create(text);
                    } catch (IllegalArgumentException e) {
                        throw node.wrongValue("endpoint", "must be a URL, but is '" + text + "'");
                    }
                })
                .orElse(null);
    }
}
