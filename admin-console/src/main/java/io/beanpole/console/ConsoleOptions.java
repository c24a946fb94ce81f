package io.beanpole.console;

import io.beanpole.console.screen.ScreenName;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the console was started with.
 *
 * @param profile of ~/.aws; empty for the local cloud of the checkout
 * @param region of AWS; empty for the profile's own
 * @param screen to show first; empty for the one that was shown last
 */
record ConsoleOptions(Optional<String> profile, Optional<String> region, Optional<ScreenName> screen, boolean isHelp) {
    static final String USAGE = """
            Usage: ./beanpole console [OPTIONS]

              (no option)          the local cloud of this checkout; waits until it is up
              --profile PROFILE    an AWS profile of ~/.aws
              --region REGION      an AWS region; the profile's own if it isn't said
              --screen NAME        the screen to begin with: %s
              --help               this
            """.formatted(screens());

    /** Reads a command line; what is wrong with it is said in one sentence. */
    static ConsoleOptions parse(List<String> arguments) {
        var options = new ConsoleOptions(Optional.empty(), Optional.empty(), Optional.empty(), false);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        if (options.region.isPresent() && options.profile.isEmpty()) {
            throw new ConsoleException(
                    "--region asks for AWS, and so needs --profile PROFILE; the local cloud has a region of its own.");
        }
        return options;
    }

    private ConsoleOptions with(String option, ArrayDeque<String> rest) {
        return switch (option) {
            case "--help", "-h" -> new ConsoleOptions(profile, region, screen, true);
            case "--profile" -> new ConsoleOptions(Optional.of(value(option, rest)), region, screen, isHelp);
            case "--region" -> new ConsoleOptions(profile, Optional.of(value(option, rest)), screen, isHelp);
            case "--screen" -> new ConsoleOptions(profile, region, Optional.of(screen(value(option, rest))), isHelp);
            default ->
                throw new ConsoleException("The console has no option " + option + "; --help lists what it has.");
        };
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty() || rest.peekFirst().startsWith("--")) {
            throw new ConsoleException(option + " needs a value; --help says which.");
        }
        return rest.removeFirst();
    }

    private static ScreenName screen(String name) {
        return Arrays.stream(ScreenName.values())
                .filter(screen -> screen.id().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new ConsoleException("There is no screen " + name + "; there are " + screens() + "."));
    }

    private static String screens() {
        return Arrays.stream(ScreenName.values()).map(ScreenName::id).collect(Collectors.joining(", "));
    }
}
