package io.beanpole.endtoend;

import io.beanpole.deploy.cli.Examples;
import io.beanpole.deploy.cli.shell.JsonShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of every command's help, run one after the other, as a release is made and undone in the end. */
final class ExampleScenario {
    /** What can't be run here: it starts or ends the house, never ends by itself, or needs a reader's own file or AWS. */
    private static final Pattern ONLY_READ = Pattern.compile(
            "(up|down|base-image|spot interrupt)\\b.*|.* --follow\\b.*|.*\\.tar .*|.*--stage (staging|production)\\b.*");

    /** What can't succeed where nothing is under way, and the sentence that says so. */
    private static final Map<String, String> NOTHING_TO_DO =
            Map.of("abort web", "beanpole: There is nothing to abort: beanpole-local-web is Ready and runs ");

    /** What changes the house comes after what looks at it, in the order of a release that is undone in the end. */
    private static final List<String> LATE = List.of(
            "lanes send",
            "lanes apply",
            "images push",
            "images tag",
            "versions create",
            "deploy",
            "release",
            "watch",
            "abort",
            "history",
            "promote",
            "swap",
            "rollback",
            "dlq list",
            "dlq show",
            "dlq replay",
            "dlq redrive",
            "dlq purge",
            "dlq restore",
            "versions prune");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Rehearsal rehearsal;
    private final StrayLetter letter;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<String> run = new LinkedHashSet<>();
    private boolean isSecond;

    /** @param letter in the lane whose dead letters the examples name */
    ExampleScenario(Rehearsal rehearsal, StrayLetter letter) {
        this.rehearsal = rehearsal;
        this.letter = letter;
    }

    /** Runs all that can be run here. */
    void run() throws IOException {
        rehearsal.describeFirst();
        for (Example example : examples()) {
            shown.add(example.name());
            if (!ONLY_READ.matcher(example.line()).matches()) {
                prepare(example.line());
                run(example);
            }
        }
    }

    /** What did not do what it says: the example and what came of it. */
    Map<String, String> failures() {
        return failures;
    }

    /** The commands of which no example was run. */
    Set<String> neverRun() {
        Set<String> left = new LinkedHashSet<>(shown);
        left.removeAll(run);
        return left;
    }

    /** So that a release has something to bring, a rollback somewhere to go, and a look at dead letters one to see. */
    private void prepare(String line) throws IOException {
        if (line.startsWith("release")) {
            isSecond = !isSecond;
            if (isSecond) {
                rehearsal.describeSecond();
            } else {
                rehearsal.describeFirst();
            }
        }
        if (line.startsWith("dlq")) {
            letter.ensure();
        }
    }

    private void run(Example example) {
        String line = example.line();
        long from = System.nanoTime();
        Command.Outcome outcome = rehearsal.place().run(example.words().toArray(String[]::new));
        System.out.printf("%5.1f s, exit %d: ./beanpole %s%n", (System.nanoTime() - from) / 1e9, outcome.exit(), line);
        run.add(example.name());
        if (outcome.exit() == 0) {
            shape(example, outcome.out());
        } else if (outcome.exit() != 1
                || !NOTHING_TO_DO.containsKey(line)
                || !outcome.err().contains(NOTHING_TO_DO.get(line))) {
            failures.put(line, "exit " + outcome.exit() + ": " + outcome.out() + outcome.err());
        }
    }

    /** What --json prints is what docs/json.md says. */
    private void shape(Example example, String printed) {
        if (!example.words().contains("--json")) {
            return;
        }
        JsonShape[] shapes =
                example.command().getCommandSpec().userObject().getClass().getAnnotationsByType(JsonShape.class);
        List<String> mismatches = new ArrayList<>();
        for (JsonShape shape : shapes) {
            mismatch(shape, printed).ifPresent(mismatches::add);
        }
        if (shapes.length > 0 && mismatches.size() == shapes.length) {
            failures.put(example.line(), "not of its shape: " + mismatches);
        }
    }

    private static Optional<String> mismatch(JsonShape shape, String printed) {
        try {
            STRICT.readValue(
                    printed,
                    shape.isList()
                            ? STRICT.getTypeFactory().constructCollectionType(List.class, shape.value())
                            : STRICT.constructType(shape.value()));
            return Optional.empty();
        } catch (DatabindException e) {
            return Optional.of(String.valueOf(e.getOriginalMessage()));
        }
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        collect(rehearsal.place().commandLine(), examples);
        examples.sort(Comparator.comparingInt(Example::rank));
        return examples;
    }

    private static void collect(CommandLine command, List<Example> examples) {
        Examples.of(command).forEach(words -> examples.add(new Example(command, words)));
        command.getSubcommands().values().stream().distinct().forEach(each -> collect(each, examples));
    }

    /** One example and the command in whose help it stands. */
    private record Example(CommandLine command, List<String> words) {
        /** Of the command, with those above it. */
        String name() {
            return command.getCommandSpec().qualifiedName();
        }

        String line() {
            return String.join(" ", words);
        }

        int rank() {
            for (int rank = 0; rank < LATE.size(); rank++) {
                if (line().startsWith(LATE.get(rank))) {
                    return rank;
                }
            }
            return -1;
        }
    }
}
