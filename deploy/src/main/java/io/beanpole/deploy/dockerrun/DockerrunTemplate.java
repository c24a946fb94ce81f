package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.DeployException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A Dockerrun.aws.json (version 2) with placeholders for what differs from environment to environment. */
public final class DockerrunTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Set<String> NEEDED = Set.of("image", "memory");

    private final String source;
    private final String text;

    /** The template's text, and where it came from for the errors. */
    public DockerrunTemplate(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /** Fills in a container and checks that Elastic Beanstalk will read the outcome. */
    public String fill(Container container) {
        var values = container.values();
        checkPlaceholders(values.keySet());
        var filled = PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
        checkDockerrun(filled);
        return filled;
    }

    private void checkPlaceholders(Set<String> known) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        for (var name : found) {
            if (!known.contains(name)) {
                throw new DeployException(source + " has the placeholder ${" + name
                        + "}, which nothing fills in; known are " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
        for (var name : new TreeSet<>(NEEDED)) {
            if (!found.contains(name)) {
                throw new DeployException(source + " lacks the placeholder ${" + name
                        + "}; without it every environment would run the same " + name + ".");
            }
        }
    }

    private void checkDockerrun(String filled) {
        try {
            var root = JsonMapper.shared().readTree(filled);
            if (root.path("AWSEBDockerrunVersion").asInt(0) != 2
                    || root.path("containerDefinitions").isEmpty()) {
                throw new DeployException(
                        source + " must say \"AWSEBDockerrunVersion\": 2 and define at least one container.");
            }
        } catch (JacksonException e) {
            throw new DeployException(source + " is no JSON once filled in: " + e.getOriginalMessage(), e);
        }
    }

    /** What the placeholders stand for: one container of one environment. */
    public record Container(String name, String image, int memory, int port) {
        private Map<String, String> values() {
            return Map.of(
                    "name", name, "image", image, "memory", Integer.toString(memory), "port", Integer.toString(port));
        }
    }
}
