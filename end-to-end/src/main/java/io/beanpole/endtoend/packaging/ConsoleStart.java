package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.Command;
import io.beanpole.endtoend.EndToEndException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a start of the console with {@code --check} said.
 *
 * @param window seconds from the start of Java until the window was drawn
 * @param useful seconds until it showed environments
 * @param environments their names
 */
public record ConsoleStart(double window, double useful, List<String> environments) {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Starts it and waits for its end. */
    public static ConsoleStart of(List<String> words, Map<String, String> variables) {
        List<String> all = new ArrayList<>(words);
        all.add("--check");
        return read(Command.of(all.toArray(String[]::new))
                .with(variables)
                .within(LONGEST)
                .output());
    }

    private static ConsoleStart read(String said) {
        List<String> environments = Arrays.stream(words(said, "environments"))
                .skip(3)
                .map(name -> name.replace(",", ""))
                .toList();
        return new ConsoleStart(seconds(said, "window"), seconds(said, "environments"), environments);
    }

    private static double seconds(String said, String what) {
        return Double.parseDouble(words(said, what)[1]);
    }

    private static String[] words(String said, String what) {
        return said.lines()
                .filter(line -> line.startsWith(what))
                .findFirst()
                .orElseThrow(() -> new EndToEndException("The console's check said nothing of " + what + ": " + said))
                .split("\\s+");
    }
}
