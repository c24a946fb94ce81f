package io.beanpole.deploy.spec;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the EB CLI has written down for a project, {@code .elasticbeanstalk/config.yml}: enough to watch and to operate
 * an application that has no deployment.yml. See <a
 * href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/eb-cli3-configuration.html">its page</a>.
 */
public final class EbConfigFile {
    /** The name of the one stage that it describes. */
    public static final String STAGE = "elasticbeanstalk";

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Path root;
    private final Path file;

    /** The file of a project. */
    public EbConfigFile(Path root) {
        this.root = root;
        this.file = root.resolve(".elasticbeanstalk/config.yml");
    }

    /** Whether the EB CLI was ever set up here. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The application and its one stage, without images or environments of its own. */
    public DeploymentSpec read() {
        var global = tree().path("global");
        var stage = StageSpec.elsewhere(STAGE, text(global, "default_region"), optional(global, "profile"));
        return DeploymentSpec.ofExisting(
                root,
                text(global, "application_name"),
                global.path("default_platform").asString(""),
                stage);
    }

    /** The environment that belongs to a branch of git, if the file says so. */
    public Optional<String> environmentOf(String branch) {
        return Optional.ofNullable(optional(tree().path("branch-defaults").path(branch), "environment"));
    }

    private String text(JsonNode node, String key) {
        var value = optional(node, key);
        if (value == null) {
            throw new DeployException(
                    file + ": global." + key + " is missing.",
                    "'eb init' writes it, or write a deployment.yml beside it.");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String key) {
        var value = node.path(key);
        return value.isMissingNode() || value.isNull() || value.asString("").isEmpty() ? null : value.asString();
    }

    private JsonNode tree() {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new DeployException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }
}
