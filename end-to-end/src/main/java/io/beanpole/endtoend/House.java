package io.beanpole.endtoend;

import java.net.URI;
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

/** The whole system, started by the one command with a state directory of its own, and ended by it. */
public final class House implements AutoCloseable {
    private static final Duration LONGEST_UP = Duration.ofMinutes(12);

    private final Path root;
    private final Path state;
    /** The same over every up, because what is deployed holds addresses. */
    private final Map<String, Integer> ports =
            Map.of("--port", FreePort.next(), "--registry-port", FreePort.next(), "--web-port", FreePort.next());

    /**
     * @param root the repository
     * @param state where it keeps its data
     */
    public House(Path root, Path state) {
        this.root = root;
        this.state = state;
    }

    /** Runs a command of Beanpole on the code as it is built, e.g. {@code status --json}. */
    public Command command(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(root.resolve("beanpole").toString());
        words.addAll(Arrays.asList(arguments));
        return new Command(
                words, Map.of("BEANPOLE_STATE", state.toString(), "BEANPOLE_BUILD", "never"), Duration.ofMinutes(1));
    }

    /** The repository that it was started from. */
    public Path root() {
        return root;
    }

    /** Where it keeps its data. */
    public Path state() {
        return state;
    }

    /** Brings everything up on free ports and gives what was printed. */
    public String up(String... options) {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach", "--no-console"));
        ports.forEach((option, port) -> arguments.addAll(List.of(option, port.toString())));
        arguments.addAll(Arrays.asList(options));
        Command.Outcome outcome =
                command(arguments.toArray(String[]::new)).within(LONGEST_UP).run();
        if (outcome.exit() != 0) {
            throw new EndToEndException(
                    "up ended with " + outcome.exit() + ":\n" + outcome.out() + outcome.err() + "\n" + log());
        }
        return outcome.out() + outcome.err();
    }

    private String log() {
        Path file = state.resolve("local-cloud.log");
        return Files.exists(file)
                ? Command.of("tail", "-n", "60", file.toString()).output()
                : "";
    }

    /** What {@code status --json} says. */
    public JsonNode status() {
        return JsonMapper.shared().readTree(command("status", "--json").output());
    }

    /** What {@link #status} says of one environment. */
    public JsonNode environment(String name) {
        for (JsonNode environment : status().get("environments")) {
            if (environment.get("name").asString().equals(name)) {
                return environment;
            }
        }
        throw new EndToEndException("There is no environment " + name + ": " + status());
    }

    /** The address of the page. */
    public URI web() {
        return URI.create(status().get("webUrl").asString());
    }

    /** The demo user's name, password and token. */
    public SignIn signIn() {
        JsonNode demo = status().get("demo");
        return new SignIn(
                demo.get("user").asString(),
                demo.get("password").asString(),
                demo.get("token").asString());
    }

    /** A program that signs in with the printed token. */
    public Program program() {
        return new Program(web(), signIn().token());
    }

    /** What {@code env} exports for the {@code aws} command and the SDKs. */
    public Map<String, String> environment() {
        Map<String, String> exports = new TreeMap<>();
        for (String line : command("env").output().split("\n")) {
            if (line.startsWith("export ")) {
                String[] pair = line.substring("export ".length()).split("=", 2);
                exports.put(pair[0], pair[1].replaceAll("^['\"]|['\"]$", ""));
            }
        }
        return exports;
    }

    @Override
    public void close() {
        command("down").within(Duration.ofMinutes(2)).output();
    }

    /** How the demo user signs in. */
    public record SignIn(String user, String password, String token) {
        @Override
        public String toString() {
            return "SignIn[" + user + "]";
        }
    }
}
