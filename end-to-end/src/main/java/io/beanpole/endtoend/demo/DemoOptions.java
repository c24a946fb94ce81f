package io.beanpole.endtoend.demo;

import io.beanpole.endtoend.EndToEndException;
import java.time.Duration;
import java.util.List;

/**
 * How much load, and for how long.
 *
 * @param tasks real cuts for the lane standard
 * @param cuts how much work one of them is
 * @param trickle the distance of the short tasks for the lane express
 * @param longest after which the demo ends even if the group is not back at its minimum
 */
public record DemoOptions(int tasks, CutSize cuts, Duration trickle, Duration longest) {
    static final String USAGE = """
            Usage: ./beanpole demo [--tasks N] [--cuts usual|small] [--trickle SECONDS] [--minutes M]

            Sends a flood of real cuts to the lane standard and a trickle of short ones to express, shows how standard's
            instances follow, and ends by itself. A house must run: ./beanpole up --detach

              --tasks N          cuts for standard, 1 to 2000 (default 100)
              --cuts SIZE        usual: two to three seconds of CPU each (default); small: half a second
              --trickle SECONDS  between two tasks for express, 1 to 60 (default 3)
              --minutes M        the longest that it may take, 1 to 120 (default 12)
            """;

    /** The demo as it is without options: four to six minutes on two cores. */
    public static final DemoOptions USUAL =
            new DemoOptions(100, CutSize.USUAL, Duration.ofSeconds(3), Duration.ofMinutes(12));

    /** Reads the words of a command line; a wrong one is told in a sentence. */
    static DemoOptions of(List<String> words) {
        DemoOptions options = USUAL;
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            options = switch (name) {
                case "--tasks" ->
                    new DemoOptions(number(name, value, 2_000), options.cuts, options.trickle, options.longest);
                case "--cuts" -> new DemoOptions(options.tasks, CutSize.named(value), options.trickle, options.longest);
                case "--trickle" ->
                    new DemoOptions(
                            options.tasks, options.cuts, Duration.ofSeconds(number(name, value, 60)), options.longest);
                case "--minutes" ->
                    new DemoOptions(
                            options.tasks, options.cuts, options.trickle, Duration.ofMinutes(number(name, value, 120)));
                default -> throw new EndToEndException("demo has no option " + name + ".");
            };
        }
        return options;
    }

    private static int number(String name, String value, int most) {
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new EndToEndException(name + " takes a whole number from 1 to " + most + ", not '" + value + "'.");
        }
        return Integer.parseInt(value);
    }
}
