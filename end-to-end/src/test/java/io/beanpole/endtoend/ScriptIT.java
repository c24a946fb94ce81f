package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the one command does before any Java runs: it explains its own commands, and refuses words that mean nothing. */
class ScriptIT {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z-]+) ");

    @TestFactory
    List<DynamicTest> everyCommandBesideTheCloudsExplainsItself() {
        String usage = beanpole("help").out();
        String beside = usage.substring(usage.indexOf("Beside them"));
        List<String> commands = COMMAND.matcher(beside)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(commands).contains("test", "bench", "pictures", "package", "console", "demo");
        return commands.stream()
                .map(command -> DynamicTest.dynamicTest(command, () -> {
                    Command.Outcome help = beanpole(command, "--help");

                    assertThat(help.exit()).as(help.err()).isZero();
                    assertThat(help.out()).startsWith("Usage: ./beanpole " + command);
                }))
                .toList();
    }

    @Test
    void aWordThatMeansNothingIsRefusedBeforeAnythingRuns() {
        for (String command : List.of("test", "pictures", "package", "bench")) {
            Command.Outcome refused = beanpole(command, "everything");

            assertThat(refused.exit()).as(command).isNotZero();
            assertThat(refused.err()).startsWith("beanpole: " + command + " ").contains("everything");
            assertThat(refused.out()).isEmpty();
        }
    }

    /** Its help stands in the script, its parts in Java. */
    @Test
    void theHelpOfBenchNamesThePartsThatThereAre() {
        String refusal = beanpole("bench", "everything").err();
        String known = refusal.substring(refusal.indexOf("it has ") + "it has ".length(), refusal.lastIndexOf('.'));

        List<String> explained = COMMAND.matcher(beanpole("bench", "--help").out())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(explained).containsExactly(known.split(", "));
    }

    private static Command.Outcome beanpole(String... words) {
        return new House(RunningHouse.ROOT, RunningHouse.ROOT.resolve("end-to-end/target/no-state"))
                .command(words)
                .run();
    }
}
