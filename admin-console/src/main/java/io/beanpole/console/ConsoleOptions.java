package io.beanpole.console;

import io.beanpole.console.connection.ConnectionOffers;
import io.beanpole.console.screen.ScreenName;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the console was started with.
 *
 * @param stage of deployment.yml
 * @param profile of ~/.aws
 * @param region of AWS; empty for the profile's own
 * @param screen to show first; empty for the one that was shown last
 * @param isReadOnly whether nothing may be changed
 * @param isCheck whether the console says when it shows environments, and ends
 */
record ConsoleOptions(
        Optional<String> stage,
        Optional<String> profile,
        Optional<String> region,
        Optional<ScreenName> screen,
        boolean isReadOnly,
        boolean isHelp,
        boolean isCheck) {
    static final String USAGE = """
            Usage: ./beanpole console [OPTIONS]

              (no option)          what was worked on last; at first the local cloud of this checkout
              --stage STAGE        a stage of deployment.yml
              --profile PROFILE    an AWS profile of ~/.aws
              --region REGION      an AWS region, with --profile; the profile's own if it isn't said
              --read-only          nothing can be changed, on any connection
              --screen NAME        the screen to begin with: %s
              --check              open, say on the terminal when environments are seen, and end
              --help               this

            A connection that is named here is kept with those of the window's dialog.
            """.formatted(screens());

    /** Reads a command line; what is wrong with it is said in one sentence. */
    static ConsoleOptions parse(List<String> arguments) {
        var options = new ConsoleOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, false);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        if (options.region.isPresent() && options.profile.isEmpty()) {
            throw new ConsoleException(
                    "--region asks for AWS, and so needs --profile PROFILE; a stage has a region of its own.");
        }
        if (options.profile.isPresent() && options.stage.isPresent()) {
            throw new ConsoleException(
                    "--profile and --stage name two connections; name one, and add the other in the window.");
        }
        return options;
    }

    /** How the console begins with these. */
    ConsoleStart start(ConnectionOffers offers) {
        var named = stage.map(offers::stage)
                .or(() -> profile.map(name -> ConnectionOffers.ofProfile(name, region.orElse(""))));
        return new ConsoleStart(named, screen, isReadOnly);
    }

    private ConsoleOptions with(String option, ArrayDeque<String> rest) {
        return switch (option) {
            case "--help", "-h" -> new ConsoleOptions(stage, profile, region, screen, isReadOnly, true, isCheck);
            case "--check" -> new ConsoleOptions(stage, profile, region, screen, isReadOnly, isHelp, true);
            case "--read-only" -> new ConsoleOptions(stage, profile, region, screen, true, isHelp, isCheck);
            case "--stage" ->
                new ConsoleOptions(
                        Optional.of(value(option, rest)), profile, region, screen, isReadOnly, isHelp, isCheck);
            case "--profile" ->
                new ConsoleOptions(
                        stage, Optional.of(value(option, rest)), region, screen, isReadOnly, isHelp, isCheck);
            case "--region" ->
                new ConsoleOptions(
                        stage, profile, Optional.of(value(option, rest)), screen, isReadOnly, isHelp, isCheck);
            case "--screen" ->
                new ConsoleOptions(
                        stage, profile, region, Optional.of(screen(value(option, rest))), isReadOnly, isHelp, isCheck);
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
