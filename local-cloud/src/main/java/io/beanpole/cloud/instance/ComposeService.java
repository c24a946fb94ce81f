package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One service of a docker-compose.yml. */
final class ComposeService {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,254}");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:(\\$)|([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)(?:(:?[-?])([^}]*))?})");
    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([bkmgBKMG]?)[bB]?");
    private static final Pattern PORT_80 = Pattern.compile("(?:[\\w.\\[\\]:]+:)?80:[0-9]+(?:/tcp)?");
    private static final int MEMORY = 512;
    private static final int MEBI = 1024 * 1024;

    /** What is done, or means nothing to one process. */
    private static final Set<String> SERVED = Set.of(
            "image",
            "build",
            "command",
            "entrypoint",
            "environment",
            "env_file",
            "ports",
            "expose",
            "mem_limit",
            "deploy",
            "depends_on",
            "restart",
            "container_name",
            "hostname",
            "labels",
            "logging",
            "init",
            "pull_policy",
            "stop_grace_period",
            "stdin_open",
            "tty",
            "platform");

    private final String name;
    private final JsonNode node;
    private final Function<String, @Nullable String> files;

    ComposeService(String name, JsonNode node, Function<String, @Nullable String> files) {
        if (!NAME.matcher(name).matches() || !node.isObject()) {
            throw new InstanceException("docker-compose.yml: the service " + name
                    + " needs a name of letters, digits, ., - and _, and a map with an image.");
        }
        this.name = name;
        this.node = node;
        this.files = files;
    }

    String name() {
        return name;
    }

    boolean hasImage() {
        return !node.path("image").asString("").isBlank();
    }

    Set<String> dependsOn() {
        JsonNode others = node.path("depends_on");
        Set<String> names = new TreeSet<>(others.propertyNames());
        others.valueStream().filter(JsonNode::isString).forEach(each -> names.add(each.asString()));
        return names;
    }

    /** What it says and isn't done. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!hasImage()) {
            notes.add("docker-compose.yml: the service " + name
                    + " was left out: images are not built here; push one and name it as image.");
        } else if (node.has("build")) {
            notes.add("docker-compose.yml: the service " + name + " runs its image; its build was not carried out.");
        }
        TreeSet<String> unserved = new TreeSet<>(node.propertyNames());
        unserved.removeAll(SERVED);
        unserved.removeIf(key -> key.startsWith("x-"));
        if (hasLogsOnly()) {
            unserved.remove("volumes");
        }
        if (!unserved.isEmpty() && hasImage()) {
            notes.add("docker-compose.yml: the service " + name + " runs without its " + String.join(", ", unserved)
                    + ", which the local cloud does not have.");
        }
        return notes;
    }

    /**
     * As a container.
     *
     * @param variables what {@code ${NAME}} stands for, and what a file {@code .env} holds
     */
    ContainerDefinition container(Map<String, String> variables) {
        JsonNode limit = node.path("deploy").path("resources").path("limits").path("memory");
        JsonNode memory = node.has("mem_limit") ? node.path("mem_limit") : limit;
        return new ContainerDefinition(
                name,
                text(node.path("image"), variables),
                memory.isMissingNode() ? MEMORY : mebibytes(text(memory, variables)),
                true,
                node.path("ports").valueStream().anyMatch(port -> isPort80(port, variables)),
                environment(variables),
                words(node.path("entrypoint"), variables),
                words(node.path("command"), variables));
    }

    private Map<String, String> environment(Map<String, String> variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        JsonNode named = node.path("env_file");
        (named.isArray() ? named.valueStream().toList() : List.of(named)).forEach(each -> {
            String file = each.isObject() ? each.path("path").asString("") : each.asString("");
            environment.putAll(variablesOf(file, variables));
        });
        JsonNode own = node.path("environment");
        own.properties().forEach(each -> put(environment, each.getKey(), each.getValue(), variables));
        own.valueStream().filter(JsonNode::isString).forEach(each -> {
            if (own.isArray()) {
                String[] pair = each.asString().split("=", 2);
                JsonNode value = pair.length == 2
                        ? JsonNodeFactory.instance.stringNode(pair[1])
                        : JsonNodeFactory.instance.nullNode();
                put(environment, pair[0], value, variables);
            }
        });
        return Map.copyOf(environment);
    }

    private Map<String, String> variablesOf(String file, Map<String, String> variables) {
        String path = file.startsWith("./") ? file.substring(2) : file;
        if (path.isEmpty()) {
            return Map.of();
        }
        if (path.equals(".env")) {
            return variables;
        }
        String text = files.apply(path);
        if (text == null) {
            throw new InstanceException("docker-compose.yml: the service " + name + " names the env_file " + file
                    + ", which is not in the bundle.");
        }
        return EnvironmentFile.parse(text);
    }

    /** A name without a value takes it from the variables, if it is there. */
    private static void put(Map<String, String> into, String name, JsonNode value, Map<String, String> variables) {
        String known = variables.get(name);
        if (!value.isNull()) {
            into.put(name, text(value, variables));
        } else if (known != null) {
            into.put(name, known);
        }
    }

    private static boolean isPort80(JsonNode port, Map<String, String> variables) {
        return port.isObject()
                ? text(port.path("published"), variables).equals("80")
                : PORT_80.matcher(text(port, variables)).matches();
    }

    private boolean hasLogsOnly() {
        return node.path("volumes")
                .valueStream()
                .allMatch(volume -> volume.asString("").startsWith("${EB_LOG_BASE_DIR}"));
    }

    private int mebibytes(String size) {
        Matcher matcher = SIZE.matcher(size.strip());
        if (!matcher.matches()) {
            throw new InstanceException(
                    "docker-compose.yml: the memory of the service " + name + " must be like 512m, not " + size + ".");
        }
        double factor = Map.of("b", 1.0 / MEBI, "k", 1.0 / 1024, "m", 1.0, "g", 1024.0)
                .getOrDefault(matcher.group(2).toLowerCase(java.util.Locale.ROOT), 1.0 / MEBI);
        return (int) Math.max(4, Math.min(1_000_000, Double.parseDouble(matcher.group(1)) * factor));
    }

    private static List<String> words(JsonNode words, Map<String, String> variables) {
        return Words.of(words).stream()
                .map(word -> text(JsonNodeFactory.instance.stringNode(word), variables))
                .toList();
    }

    /** With every variable replaced; what is not known becomes its default or an empty text. */
    private static String text(JsonNode node, Map<String, String> variables) {
        Map<String, String> known = new TreeMap<>(variables);
        return VARIABLE.matcher(node.asString("")).replaceAll(match -> {
            if (match.group(1) != null) {
                return Matcher.quoteReplacement("$");
            }
            String variable = match.group(2) == null ? match.group(3) : match.group(2);
            String value = known.getOrDefault(variable, "");
            boolean hasDefault =
                    value.isEmpty() && match.group(4) != null && match.group(4).endsWith("-");
            return Matcher.quoteReplacement(hasDefault ? match.group(5) : value);
        });
    }
}
