package io.beanpole.cloud.beanstalk.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what one file of .ebextensions does to an instance, and says what of it isn't done here. */
final class StepsReader {
    private static final int SYMBOLIC_LINK = 0120000;

    /** Where nothing on an instance of this cloud reads a file, and who would on AWS. */
    private static final Map<String, String> UNREAD = Map.of(
            "/etc/nginx/", "nginx",
            "/etc/httpd/", "Apache",
            "/etc/cron", "cron",
            "/etc/init", "the init system",
            "/etc/systemd/", "systemd",
            "/etc/awslogs/", "the log agent",
            "/opt/aws/amazon-cloudwatch-agent/", "the CloudWatch agent",
            "/opt/elasticbeanstalk/hooks/", "the old hooks of Amazon Linux 1",
            "/opt/elasticbeanstalk/tasks/", "the log tasks");

    private final String file;
    private final Consumer<String> notes;

    /** @param notes takes a sentence for each thing that isn't done */
    StepsReader(String file, Consumer<String> notes) {
        this.file = file;
        this.notes = notes;
    }

    /** @throws BundleException when something can't be understood */
    ExtensionSteps read(JsonNode root) {
        List<InstanceFile> files = new ArrayList<>();
        sorted(root.path("files")).forEach((path, node) -> files.addAll(file(path, node)));
        return new ExtensionSteps(
                file,
                files,
                commands(root, "commands", "command"),
                commands(root, "container_commands", "container_command"));
    }

    private Stream<InstanceFile> noFile(String path, String why) {
        notes.accept("The file " + path + " of " + file + " is not made: " + why + ".");
        return Stream.empty();
    }

    private List<InstanceFile> file(String path, JsonNode node) {
        if (!path.startsWith("/") || !node.isObject()) {
            throw new BundleException("files needs absolute paths with a map each, not " + path);
        }
        int mode = mode(path, node.path("mode").asString("000644"));
        if ((mode & SYMBOLIC_LINK) == SYMBOLIC_LINK) {
            return noFile(path, "symbolic links are not made here").toList();
        }
        if (node.hasNonNull("authentication")) {
            return noFile(path, "the authentication of sources is not served here")
                    .toList();
        }
        for (String key : List.of("owner", "group")) {
            String name = node.path(key).asString("root");
            if (!name.equals("root")) {
                notes.accept("The file " + path + " of " + file + " gets no " + key + " " + name
                        + ": all of an instance belongs to one user here.");
            }
        }
        UNREAD.forEach((prefix, reader) -> {
            if (path.startsWith(prefix)) {
                notes.accept("The file " + path + " of " + file + " is made in the instance's sandbox, where " + reader
                        + " does not read it.");
            }
        });
        String source = node.path("source").asString("");
        if (!source.isEmpty() && !source.matches("https?://.+")) {
            throw new BundleException("the source of " + path + " must be an http or https address");
        }
        return List.of(new InstanceFile(path, permissions(mode), content(path, node), source));
    }

    private static Optional<byte[]> content(String path, JsonNode node) {
        JsonNode content = node.path("content");
        if (content.isMissingNode() || content.isNull()) {
            if (!node.hasNonNull("source")) {
                throw new BundleException("the file " + path + " needs content or source");
            }
            return Optional.empty();
        }
        String text = content.isValueNode() ? content.asString() : content.toString();
        try {
            return Optional.of(
                    node.path("encoding").asString("plain").equals("base64")
                            ? Base64.getMimeDecoder().decode(text)
                            : text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new BundleException("the content of the file " + path + " is not base64", e);
        }
    }

    private static int mode(String path, String text) {
        if (!text.matches("[0-7]{3,6}")) {
            throw new BundleException("the mode of the file " + path + " must be octal digits, as \"000755\"");
        }
        return Integer.parseInt(text, 8);
    }

    private static String permissions(int mode) {
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return PosixFilePermissions.toString(PosixFilePermissions.fromString(text.toString()));
    }

    private List<InstanceCommand> commands(JsonNode root, String key, String noun) {
        List<InstanceCommand> commands = new ArrayList<>();
        sorted(root.path(key)).forEach((name, node) -> {
            InstanceCommand command = command(noun + " " + name + " in " + file, node);
            command.refusal().ifPresent(why -> notes.accept("The " + command.label() + " is not run: " + why + "."));
            commands.add(command);
        });
        return commands;
    }

    private static InstanceCommand command(String label, JsonNode node) {
        JsonNode command = node.path("command");
        List<String> words = command.isArray()
                ? command.valueStream().map(each -> each.asString("")).toList()
                : InstanceCommand.shell(command.asString(""));
        if (words.isEmpty() || command.asString("x").isBlank() || command.isMissingNode()) {
            throw new BundleException("the " + label + " has no command");
        }
        boolean leaderOnly = node.path("leader_only").asBoolean(false);
        JsonNode test = node.path("test");
        if (leaderOnly && test.isString()) {
            throw new BundleException("the " + label + " has both leader_only and test; AWS takes one of them");
        }
        Map<String, String> environment = new TreeMap<>();
        node.path("env")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().asString("")));
        return new InstanceCommand(
                label,
                words,
                node.path("cwd").asString(""),
                environment,
                test.asString(""),
                node.path("ignoreErrors").asBoolean(false),
                leaderOnly);
    }

    private static Map<String, JsonNode> sorted(JsonNode map) {
        if (!map.isObject() && !map.isMissingNode() && !map.isNull()) {
            throw new BundleException("files, commands and container_commands must be maps");
        }
        Map<String, JsonNode> byName = new TreeMap<>();
        map.properties().forEach(each -> byName.put(each.getKey(), each.getValue()));
        return byName;
    }
}
