package io.beanpole.cloud.instance.sandbox;

import io.beanpole.cloud.instance.RotatingLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in a sandbox one after another, all of them within one bound of time. */
public final class Machine {
    private final Sandbox sandbox;
    private final Map<String, String> variables;
    private final Path logs;
    private final long deadline;
    private final Leftovers leftovers;

    /**
     * @param variables what every command finds in its environment
     * @param logs where its logs are
     * @param most for all commands in sum
     */
    public Machine(Sandbox sandbox, Map<String, String> variables, Path logs, Duration most) {
        this.sandbox = sandbox;
        this.variables = Map.copyOf(variables);
        this.logs = logs;
        this.deadline = System.nanoTime() + most.toNanos();
        this.leftovers = new Leftovers(sandbox.root());
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /**
     * Runs a program, whose paths are moved into the sandbox.
     *
     * @param what says in sentences what was run
     * @param log the name of the log file for its output
     * @param environment put over the variables that all commands have
     * @return 0 or what it ended with, and the last of its output
     * @throws SandboxException when it can't be started or has no more time
     */
    public Result run(String what, String log, List<String> words, String directory, Map<String, String> environment) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative()) {
            throw new SandboxException(what + " was not run: the time for commands is over.");
        }
        Map<String, String> all = new LinkedHashMap<>();
        String ofThisMachine = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        all.put("PATH", sandbox.directory("/opt/elasticbeanstalk/bin") + ":" + ofThisMachine);
        all.put("HOME", sandbox.directory("/root").toString());
        all.put("TMPDIR", sandbox.directory("/tmp").toString());
        all.put("LANG", "C.UTF-8");
        variables.forEach((name, value) -> all.put(name, sandbox.moved(value)));
        environment.forEach((name, value) -> all.put(name, sandbox.moved(value)));
        SandboxCommand command = new SandboxCommand(
                what, words.stream().map(sandbox::moved).toList(), all, sandbox.directory(directory), leftovers);
        try (RotatingLog output = new RotatingLog(logs.resolve(log), RotatingLog.LARGEST)) {
            return command.run(left, output);
        }
    }

    /**
     * How a command ended.
     *
     * @param status 0 for success
     * @param output the last of what it printed
     */
    public record Result(int status, String output) {}
}
