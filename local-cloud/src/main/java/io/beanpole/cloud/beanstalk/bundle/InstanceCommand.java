package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.instance.sandbox.CommandPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of {@code commands} or {@code container_commands} (reference 4.3 [D]).
 *
 * @param label what to call it in sentences
 * @param words the program with its arguments, a shell and its text among them
 * @param directory where it runs; empty for the default
 * @param environment set for it alone
 * @param test a shell command whose failure skips it; empty for none
 * @param leaderOnly whether one instance of a deployment alone runs it
 */
record InstanceCommand(
        String label,
        List<String> words,
        String directory,
        Map<String, String> environment,
        String test,
        boolean ignoresErrors,
        boolean leaderOnly) {

    /** Why it isn't run here; empty for one that is. */
    Optional<String> refusal() {
        return CommandPolicy.refusal(String.join(" ", words) + "\n" + test);
    }

    static List<String> shell(String text) {
        return List.of("/bin/sh", "-c", text);
    }
}
