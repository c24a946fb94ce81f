package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.ContainerSet.Volume;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A volume as a service of Compose mounts it.
 *
 * @param source a path of the instance, the name of a volume, or nothing
 * @param target in the container
 */
record ComposeVolume(String source, String target, boolean isReadOnly) {
    /** A colon inside ${...} belongs to a default value. */
    private static final Pattern PARTS =
            Pattern.compile("(?:(?<source>(?:\\$\\{[^}]*}|[^:])*):)?(?<target>/[^:]*)(?::(?<mode>[^:]+))?");

    static ComposeVolume of(JsonNode written) {
        if (written.isObject()) {
            return new ComposeVolume(
                    written.path("source").asString(""),
                    written.path("target").asString(""),
                    written.path("read_only").asBoolean(false));
        }
        var parts = PARTS.matcher(written.asString(""));
        if (!parts.matches()) {
            return new ComposeVolume("", written.asString(""), false);
        }
        var source = parts.group("source");
        var mode = parts.group("mode");
        return new ComposeVolume(
                source == null ? "" : source,
                parts.group("target"),
                mode != null && (mode.equals("ro") || mode.startsWith("ro,")));
    }

    /** The name of its volume, which is added to those that are known. */
    String declareIn(Map<String, Volume> volumes) {
        var isPath = source.matches("[/.~$].*");
        var name = isPath || source.isEmpty() ? Fields.volumeName(isPath ? source : target) : source;
        volumes.putIfAbsent(name, new Volume(name, isPath ? source : ""));
        return name;
    }
}
