package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.cli.Beanpole;
import io.beanpole.deploy.cli.Examples;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.stage.StateDirectory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every example of every command's help does what it says, against the house as {@code up} leaves it. */
@ExtendWith(RunningHouse.class)
class ExamplesIT {
    /** What can't be run here: it starts or ends the house, never ends by itself, or needs a reader's own file or AWS. */
    private static final Pattern ONLY_READ = Pattern.compile(
            "(up|down|base-image|spot interrupt)\\b.*|.* --follow\\b.*|.*\\.tar .*|.*--stage (staging|production)\\b.*");

    /** They say in a sentence that there is nothing to do, unless something happens to be under way. */
    private static final Pattern MAY_HAVE_NOTHING_TO_DO = Pattern.compile("(abort|watch|rollback|promote|swap|dlq) .*");

    /** Their exit code is a finding. */
    private static final Pattern MAY_FIND_SOMETHING = Pattern.compile("(timeouts check|dockerrun validate) .*");

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
            "dlq",
            "versions prune");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<String> run = new LinkedHashSet<>();

    @Test
    void everyExampleDoesWhatItSays(House house) {
        for (Example example : scenario(house)) {
            shown.add(example.command().getCommandSpec().qualifiedName());
            if (!ONLY_READ.matcher(example.line()).matches()) {
                run(house, example);
            }
        }

        assertThat(failures).isEmpty();
        shown.removeAll(run);
        assertThat(shown)
                .as("commands of which no example can be run")
                .containsOnly("beanpole up", "beanpole down", "beanpole base-image", "beanpole spot interrupt");
        house.command("deploy").within(Duration.ofMinutes(3)).output();
    }

    private void run(House house, Example example) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        long from = System.nanoTime();
        int exit = commandLine(house)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(example.words().toArray(String[]::new));
        System.out.printf("%5.1f s, exit %d: ./beanpole %s%n", (System.nanoTime() - from) / 1e9, exit, example.line());
        run.add(example.command().getCommandSpec().qualifiedName());
        boolean isSentence = exit == 1
                && err.toString().contains("beanpole: ")
                && !err.toString().contains("fault of the tool");
        if (exit == 0 || exit == 1 && MAY_FIND_SOMETHING.matcher(example.line()).matches()) {
            shape(example, out.toString());
        } else if (!isSentence
                || !MAY_HAVE_NOTHING_TO_DO.matcher(example.line()).matches()) {
            failures.put(example.line(), "exit " + exit + ": " + err);
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

    private static List<Example> scenario(House house) {
        List<Example> examples = new ArrayList<>();
        collect(commandLine(house), examples);
        examples.sort(Comparator.comparingInt(Example::rank));
        return examples;
    }

    private static void collect(CommandLine command, List<Example> examples) {
        Examples.of(command).forEach(words -> examples.add(new Example(command, words)));
        command.getSubcommands().values().stream().distinct().forEach(each -> collect(each, examples));
    }

    private static CommandLine commandLine(House house) {
        return Beanpole.commandLine(new Checkout(new StateDirectory(house.root(), house.state())));
    }

    /** One example and the command in whose help it stands. */
    private record Example(CommandLine command, List<String> words) {
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
