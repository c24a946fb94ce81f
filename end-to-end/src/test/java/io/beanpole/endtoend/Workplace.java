package io.beanpole.endtoend;

import io.beanpole.deploy.cli.Beanpole;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.stage.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkout and the state beside it, worked on by Beanpole's commands in the test's own process: a process for each of
 * them costs more than most of what they do.
 *
 * @param directory with deployment.yml
 * @param state where the local cloud of the checkout keeps its own
 */
record Workplace(Path directory, Path state) {
    private static final List<String> SHARED =
            List.of(".beanpole", ".ebextensions", ".platform", "Dockerrun.aws.json.template", "web-app", "worker-app");

    /** The repository itself, with the state of a house. */
    static Workplace of(House house) {
        return new Workplace(house.root(), house.state());
    }

    /** Like the repository of a house in everything but its deployment.yml. */
    static Workplace beside(House house, Path directory) throws IOException {
        for (String name : SHARED) {
            if (Files.exists(house.root().resolve(name))) {
                Files.createSymbolicLink(directory.resolve(name), house.root().resolve(name));
            }
        }
        return new Workplace(directory, house.state());
    }

    /** What deployment.yml says from now on. */
    void describe(String text) throws IOException {
        Files.writeString(directory.resolve("deployment.yml"), text);
    }

    /** All commands, as they would work here. */
    CommandLine commandLine() {
        return Beanpole.commandLine(new Checkout(new StateDirectory(directory, state)));
    }

    /** Runs a command of Beanpole. */
    Command.Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Command.Outcome(exit, out.toString(), err.toString());
    }

    /** The same for a command that has to succeed. */
    Command.Outcome done(String... arguments) {
        Command.Outcome outcome = run(arguments);
        if (outcome.exit() != 0) {
            throw new EndToEndException(
                    Arrays.toString(arguments) + " ended with " + outcome.exit() + ": " + outcome.err());
        }
        return outcome;
    }

    /** The same for a command that has to succeed and prints JSON. */
    JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(done(arguments).out());
    }

    /** Starts a command as a terminal does, in a process that SIGINT reaches; its stderr goes to a file. */
    Process start(Path errors, String... arguments) throws IOException {
        Path target = RunningHouse.ROOT.resolve("deploy/target");
        List<String> words = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                target.resolve("classes") + ":" + target.resolve("libs") + "/*",
                "io.beanpole.deploy.cli.Beanpole"));
        words.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().putAll(Map.of("BEANPOLE_HOME", directory.toString(), "BEANPOLE_STATE", state.toString()));
        return builder.start();
    }
}
