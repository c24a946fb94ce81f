package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.deadletter.LetterChoice;
import io.beanpole.deploy.deadletter.LetterGroup;
import io.beanpole.deploy.deadletter.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters a command is about: one group by its number, or those of a kind or an error, or all. */
final class GroupChoice {
    @Option(
            names = "--group",
            paramLabel = "N",
            description = "Only this group, by its number in the newest snapshot (dlq list).")
    private @Nullable Integer number;

    @Option(names = "--kind", description = "Only letters of this kind.")
    private @Nullable String kind;

    @Option(names = "--error", description = "Only letters with this error.")
    private @Nullable String error;

    /** Whether all letters are meant. */
    boolean isAll() {
        return number == null && kind == null && error == null;
    }

    /** Which letters are meant. */
    LetterChoice letters(Supplier<Optional<Snapshot>> newest) {
        if (isAll()) {
            return LetterChoice.all();
        }
        var group = group(newest);
        var inGroup = group.map(chosen -> LetterChoice.of(List.of(chosen)));
        return new LetterChoice(
                cause -> inGroup.map(chosen -> chosen.wanted().test(cause)).orElse(true)
                        && (kind == null || kind.equals(cause.kind()))
                        && (error == null || error.equals(cause.error())),
                inGroup.map(LetterChoice::words).orElseGet(this::words),
                false);
    }

    private String words() {
        return "the dead letters of "
                + String.join(
                        " and ",
                        Stream.of(
                                        Optional.ofNullable(kind).map(name -> "kind " + name),
                                        Optional.ofNullable(error).map(name -> "error " + name))
                                .flatMap(Optional::stream)
                                .toList());
    }

    private Optional<LetterGroup> group(Supplier<Optional<Snapshot>> newest) {
        if (number == null) {
            return Optional.empty();
        }
        return Optional.of(newest.get()
                .orElseThrow(() -> new DeployException(
                        "There is no snapshot yet that could tell what group " + number + " is.",
                        "Run ./beanpole dlq list LANE first."))
                .group(number));
    }
}
