package io.beanpole.deploy.spec;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** deployment.yml itself: reads it into a {@link DeploymentSpec} or says which key is wrong. */
public final class SpecFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path root;
    private final Path file;

    /** The file in the root folder of a repository. */
    public SpecFile(Path root) {
        this.root = root;
        this.file = root.resolve("deployment.yml");
    }

    /** Whether there is such a file at all. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Reads and checks the whole file. */
    public DeploymentSpec read() {
        var top = new SpecNode("", tree())
                .knowing(
                        "application",
                        "platform",
                        "bases",
                        "images",
                        "lanes",
                        "queues",
                        "timeouts",
                        "buckets",
                        "topics",
                        "tiers",
                        "environments",
                        "testTask",
                        "stages");
        var imageSection = new ImageSection(root);
        var bases = imageSection.bases(top);
        var images = imageSection.images(top, bases);
        var lanes = new LaneSection(top);
        var environments = environments(top, images, lanes);
        return new DeploymentSpec(
                top.text("application"),
                top.text("platform"),
                root.resolve("Dockerrun.aws.json.template"),
                root.resolve(".ebextensions"),
                bases,
                images,
                lanes.names(),
                lanes.read(),
                top.texts("buckets"),
                top.texts("topics"),
                environments,
                new TestTaskSection(environments).read(top),
                new StageSection(environments.keySet()).read(top));
    }

    private JsonNode tree() {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new DeployException("Could not read " + file + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new DeployException(
                    "deployment.yml is no readable YAML at line " + (place == null ? "?" : place.getLineNr()) + ": "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private static Map<String, EnvironmentSpec> environments(
            SpecNode top, Map<String, ImageSpec> images, LaneSection lanes) {
        var environments = new LinkedHashMap<String, EnvironmentSpec>();
        var tiers = tiers(top);
        top.children("environments").forEach((name, node) -> {
            node.knowing("tier", "image", "lane", "memory", "optional", "options", "properties");
            var tier = Tier.named(node.oneOf("tier", Tier.names()));
            var lane = node.optionalText("lane").orElse(null);
            if (lane != null && !lanes.names().contains(lane)) {
                throw node.wrongValue("lane", "names '" + lane + "', which the list 'lanes' does not have");
            }
            if (lane != null && tier == Tier.WEB) {
                throw node.wrongValue("lane", "belongs to a worker; a web environment drains no queue");
            }
            var all = new TreeMap<>(tiers.getOrDefault(tier, new TreeMap<>()));
            if (lane != null) {
                all.putAll(lanes.settings(lane));
            }
            all.putAll(settings(node));
            var environment = new EnvironmentSpec(
                    name, tier, node.lookUp("image", images), lane, node.number("memory"), node.flag("optional"), all);
            environments.put(name, environment);
        });
        if (environments.isEmpty()) {
            throw top.wrongValue("environments", "is missing or empty");
        }
        for (var lane : lanes.names()) {
            if (environments.values().stream().noneMatch(one -> lane.equals(one.lane()))) {
                throw top.wrongValue("lanes", "has '" + lane + "', which no worker environment drains");
            }
        }
        return environments;
    }

    private static Map<Tier, SortedMap<OptionName, String>> tiers(SpecNode top) {
        var tiers = new EnumMap<Tier, SortedMap<OptionName, String>>(Tier.class);
        top.children("tiers").forEach((name, node) -> {
            if (!Tier.names().contains(name)) {
                throw top.wrongValue("tiers." + name, "is no tier; there are web and worker");
            }
            tiers.put(Tier.named(name), settings(node.knowing("options", "properties")));
        });
        return tiers;
    }

    /** Options by namespace, and properties as the options that they are. */
    static SortedMap<OptionName, String> settings(SpecNode node) {
        var settings = new TreeMap<OptionName, String>();
        node.children("options")
                .forEach((namespace, options) ->
                        options.texts().forEach((name, value) -> settings.put(new OptionName(namespace, name), value)));
        node.texts("properties")
                .forEach((name, value) -> settings.put(new OptionName(OptionName.PROPERTIES, name), value));
        return settings;
    }
}
