package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.DeployException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Dockerrun.aws.json or docker-compose.yml with placeholders for what differs from environment to environment. */
public final class DockerrunTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private static final Pattern COMPOSE_VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*(?:[:?-].*)?");

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
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
        checkDockerrun(filled);
        return filled;
    }

    private void checkPlaceholders(Set<String> known) {
        var found = new TreeSet<String>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(this::isOurs)
                .forEach(found::add);
        for (var name : found) {
            if (!known.contains(name)) {
                throw new DeployException(source + " has the placeholder ${" + name
                        + "}, which nothing fills in; known are " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
        needs("image", found);
        if (text.contains(DockerrunDocument.CONTAINERS)) {
            needs("memory", found);
        }
    }

    /** In a docker-compose.yml capitals are variables that Compose fills in on the instance. */
    private boolean isOurs(String name) {
        return text.stripLeading().startsWith("{")
                || !COMPOSE_VARIABLE.matcher(name).matches();
    }

    private void needs(String name, Set<String> found) {
        if (!found.contains(name)) {
            throw new DeployException(source + " lacks the placeholder ${" + name
                    + "}; without it every environment would run the same " + name + ".");
        }
    }

    private void checkDockerrun(String filled) {
        try {
            var document = DockerrunDocument.parseAny(filled);
            if (document.format().isEmpty() || document.images().isEmpty()) {
                throw new DeployException(source
                        + " must say \"AWSEBDockerrunVersion\": 2 and define at least one container, or be a version 1"
                        + " or a docker-compose.yml with an image.");
            }
        } catch (DockerrunSyntaxException e) {
            throw new DeployException(source + " is no JSON once filled in: " + e.getMessage(), e);
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
