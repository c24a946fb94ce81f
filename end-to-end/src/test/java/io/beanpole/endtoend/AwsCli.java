package io.beanpole.endtoend;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code aws} command, unmodified.
 *
 * @param environment endpoint, region and keys
 */
record AwsCli(Map<String, String> environment) {
    /** Whether this machine has it; says that the test is skipped if not. */
    static boolean isThere(Class<?> test) {
        boolean there = Command.of("sh", "-c", "command -v aws").run().exit() == 0;
        if (!there) {
            System.out.println(
                    "SKIPPED: " + test.getSimpleName() + ", because there is no aws command on this machine.");
        }
        return there;
    }

    /** Runs it and reads its answer, which some commands don't have. */
    JsonNode call(String... arguments) {
        String[] words = new String[arguments.length + 3];
        words[0] = "aws";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        words[words.length - 2] = "--output";
        words[words.length - 1] = "json";
        String out = Command.of(words).with(environment).output();
        return JsonMapper.shared().readTree(out.isBlank() ? "{}" : out);
    }
}
