package io.beanpole.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkout with a deployment.yml of its own, worked on by the commands as they are built.
 *
 * @param root the repository, built
 * @param directory with deployment.yml
 * @param state where the local cloud of the checkout keeps its own
 * @param more variables that the commands see
 */
record OwnCheckout(Path root, Path directory, Path state, Map<String, String> more) {
    private static final List<String> SHARED =
            List.of(".beanpole", ".ebextensions", ".platform", "Dockerrun.aws.json.template", "web-app", "worker-app");

    OwnCheckout(Path root, Path directory, Path state) {
        this(root, directory, state, Map.of());
    }

    /** Like the repository in everything but its deployment.yml. */
    static OwnCheckout likeTheRepository(Path root, Path directory, Path state) throws IOException {
        for (String name : SHARED) {
            if (Files.exists(root.resolve(name))) {
                Files.createSymbolicLink(directory.resolve(name), root.resolve(name));
            }
        }
        return new OwnCheckout(root, directory, state);
    }

    /** The same for a user who has set other variables, where the files of AWS are for instance. */
    OwnCheckout with(Map<String, String> others) {
        return new OwnCheckout(root, directory, state, others);
    }

    /** What deployment.yml says from now on. */
    void describe(String text) throws IOException {
        Files.writeString(directory.resolve("deployment.yml"), text);
    }

    /** Runs a command of Beanpole. */
    Command.Outcome run(String... arguments) {
        return new Command(line(arguments), variables(), Duration.ofMinutes(3)).run();
    }

    /** The same for a command that has to succeed and prints JSON. */
    JsonNode json(String... arguments) {
        Command.Outcome outcome = run(arguments);
        if (outcome.exit() != 0) {
            throw new EndToEndException(
                    Arrays.toString(arguments) + " ended with " + outcome.exit() + ": " + outcome.err());
        }
        return JsonMapper.shared().readTree(outcome.out());
    }

    /** Starts a command as a terminal does, so that SIGINT reaches it; its stderr goes to a file. */
    Process start(Path errors, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
        words.addAll(line(arguments));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().putAll(variables());
        return builder.start();
    }

    private List<String> line(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                root.resolve("deploy/target/classes") + ":" + root.resolve("deploy/target/libs") + "/*",
                "io.beanpole.deploy.cli.Beanpole"));
        words.addAll(Arrays.asList(arguments));
        return words;
    }

    private Map<String, String> variables() {
        Map<String, String> all = new TreeMap<>(more);
        all.put("BEANPOLE_HOME", directory.toString());
        all.put("BEANPOLE_STATE", state.toString());
        return all;
    }
}
