package io.beanpole.cloud.instance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An image's entrypoint, said for this machine: its {@code /app} is a directory, its java is the host's. */
final class HostCommand {
    private static final Pattern APP = Pattern.compile("(^|[@:=,])/app(?=[/:,]|$)", Pattern.MULTILINE);
    private static final Set<String> OF_THE_IMAGE_ONLY = Set.of("PATH", "JAVA_HOME", "LD_LIBRARY_PATH");

    private final Path root;

    /** The root is the directory that holds {@code app}. */
    HostCommand(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** Every path below {@code /app} in the text, also one after {@code @}, {@code =} or {@code :}, moved to the root. */
    String moved(String text) {
        return APP.matcher(text)
                .replaceAll("$1" + Matcher.quoteReplacement(root.resolve("app").toString()));
    }

    List<String> line(HostImage image, ContainerDefinition definition, Path temporary) {
        List<String> given = new ArrayList<>();
        boolean replaced = !definition.entryPoint().isEmpty();
        given.addAll(replaced ? definition.entryPoint() : image.entryPoint());
        // As with docker: a replaced entrypoint drops the image's command.
        given.addAll(definition.command().isEmpty() && !replaced ? image.command() : definition.command());
        if (given.isEmpty()) {
            throw new InstanceException("The image " + definition.image() + " has no entrypoint and no command.");
        }
        List<String> line = new ArrayList<>(given.stream().map(this::moved).toList());
        if (line.get(0).matches("(.*/)?java")) {
            line.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.add(1, "-XX:MaxRAM=" + definition.memoryMiB() + "m");
            line.add(2, "-Djava.io.tmpdir=" + temporary);
        }
        return line;
    }

    /** The container's environment; nothing of this machine's but where its programs are. */
    Map<String, String> environment(HostImage image, Map<String, String> given, Path home) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String pair : image.environment()) {
            int equals = pair.indexOf('=');
            if (equals > 0 && !OF_THE_IMAGE_ONLY.contains(pair.substring(0, equals))) {
                environment.put(pair.substring(0, equals), moved(pair.substring(equals + 1)));
            }
        }
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("HOME", home.toString());
        // A developer's own profile would win over the instance's role.
        environment.put("AWS_CONFIG_FILE", home.resolve("no-aws-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                home.resolve("no-aws-credentials").toString());
        environment.putAll(given);
        return environment;
    }
}
