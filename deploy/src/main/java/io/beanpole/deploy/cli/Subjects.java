package io.beanpole.deploy.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the commands are about: the order in which the script's usage and docs/command-line.md list them. */
public final class Subjects {
    private static final Map<String, List<String>> COMMANDS = new LinkedHashMap<>();
    private static final Map<String, String> OF_THE_SCRIPT = new LinkedHashMap<>();

    static {
        COMMANDS.put("On this machine", List.of("up", "down", "env", "messages", "spot", "base-image"));
        COMMANDS.put("What runs", List.of("status", "logs", "history", "scaling"));
        COMMANDS.put("Releases", List.of("plan", "deploy", "watch", "abort", "rollback", "promote", "swap", "release"));
        COMMANDS.put("What is released", List.of("images", "dockerrun", "versions"));
        COMMANDS.put("Queues", List.of("lanes", "dlq", "timeouts"));
        COMMANDS.put("The shell", List.of("completion"));
        OF_THE_SCRIPT.put(
                "console",
                "The window of release managers and on-call: environments, deployments, scaling, queues, alarms, logs.");
        OF_THE_SCRIPT.put(
                "package",
                "Make the console into this system's installer, with a Java of its own; or only the application (--image).");
        OF_THE_SCRIPT.put("demo", "Flood the standard lane with real clips, and watch it scale out and in again.");
        OF_THE_SCRIPT.put("test", "Build, check and test everything.");
        OF_THE_SCRIPT.put(
                "bench",
                "Measure, and print ratios against a baseline of the same run (parts: scaling, cloud, sqsd, clips, cli, console).");
        OF_THE_SCRIPT.put("pictures", "Take the console's screenshots of what runs into docs/images.");
    }

    private Subjects() {}

    /** The titles, in order, each with its commands. */
    public static Map<String, List<String>> all() {
        return COMMANDS;
    }

    /** Commands that the script has beside those of Java, with what they do. */
    public static Map<String, String> ofTheScript() {
        return OF_THE_SCRIPT;
    }

    /** The title that a command stands under; empty for one that nobody has put under a title. */
    public static Optional<String> of(String command) {
        return COMMANDS.entrySet().stream()
                .filter(subject -> subject.getValue().contains(command))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
