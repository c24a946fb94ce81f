package io.beanpole.console.queues.letters;

import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Question;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.deadletter.FifoRule;
import io.beanpole.deploy.deadletter.LetterRun;
import io.beanpole.deploy.deadletter.RestoreOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/** Throwing letters away that a snapshot holds, and sending a snapshot's letters again. */
final class StoreViewModel {
    /** As the command does unless somebody says otherwise. */
    private static final int RESTORED_A_SECOND = 10;

    private final LettersViewModel letters;
    private final RestoredFiles restored;

    StoreViewModel(LettersViewModel letters) {
        this.letters = letters;
        restored = new RestoredFiles(letters.workspace().memory());
    }

    /** Deletes the letters of the chosen cause for good, after the dead-letter queue's name was typed. */
    void purge() {
        var shown = letters.shown();
        var ids = shown.ids();
        var at = letters.here();
        shown.groupProperty()
                .get()
                .ifPresent(row -> at.ifPresent(here -> {
                    var queue = here.pair().deadLetterName();
                    letters.workspace()
                            .guard()
                            .ask(
                                    new Question(
                                            queue,
                                            Words.of("queues.purge.title", LetterCount.of(ids.size()), queue),
                                            Words.of("queues.purge.consequences"),
                                            Words.of("queues.purge.do"),
                                            true),
                                    () -> delete(here, row, ids));
                }));
    }

    private void delete(LaneLetters at, GroupRow row, Set<String> ids) {
        var desk = at.desk();
        var choice = row.choice();
        letters.work()
                .begin(
                        Words.of("queues.purge.deleting", at.pair().label()),
                        run -> {
                            FifoRule.check(desk.isOrdered(), choice.isAll());
                            return desk.purge(ids, choice.words(), run);
                        },
                        (deleted, run) -> deleted(at, ids, run),
                        run -> letters.forget(at.pair(), run.deleted()));
    }

    private void deleted(LaneLetters at, Set<String> ids, LetterRun run) {
        var deleted = run.deleted().size();
        letters.work()
                .say(
                        deleted == ids.size()
                                ? Words.of("queues.purge.deleted", LetterCount.of(deleted))
                                : Words.of("queues.purge.partly", Wording.number(deleted), Wording.number(ids.size())));
        letters.forget(at.pair(), run.deleted());
    }

    /** Sends the letters of the snapshot that is shown to the queue that they came from, if the person agrees. */
    void restore() {
        var shown = letters.shown();
        shown.snapshotProperty()
                .get()
                .ifPresent(snapshot -> letters.here()
                        .ifPresent(at ->
                                shown.file().ifPresent(file -> restore(at, Copy.of(file, shown, snapshot.at())))));
    }

    private void restore(LaneLetters at, Copy copy) {
        var done = restored.done(copy.file());
        // A copy that was sent to its end begins anew, if that is what the person wants.
        var skip = done < copy.letters() ? done : 0;
        letters.workspace()
                .guard()
                .ask(
                        new Question(
                                at.pair().queueName(),
                                Words.of(
                                        "queues.restore.title",
                                        LetterCount.of(copy.letters() - skip),
                                        letters.time(copy.at())),
                                before(done, copy)
                                        + Words.of("queues.restore.consequences", String.valueOf(RESTORED_A_SECOND)),
                                Words.of("queues.restore.do"),
                                false),
                        () -> send(at, copy, skip));
    }

    /** What was sent of this copy before, as a sentence with a space behind it. */
    private static String before(int done, Copy copy) {
        if (done == 0) {
            return "";
        }
        return (done < copy.letters()
                        ? Words.of("queues.restore.goes-on", Wording.number(done), Wording.number(copy.letters()))
                        : Words.of("queues.restore.once-more"))
                + " ";
    }

    private void send(LaneLetters at, Copy copy, int skip) {
        letters.work()
                .begin(
                        Words.of("queues.restore.sending", at.pair().label()),
                        run -> at.desk().restore(copy.file(), skip, RESTORED_A_SECOND, run),
                        (outcome, run) -> {
                            restored.reached(copy.file(), run.tried(), copy.letters());
                            sent(outcome);
                        },
                        run -> restored.reached(copy.file(), Math.max(skip, run.tried()), copy.letters()));
    }

    private void sent(RestoreOutcome outcome) {
        var problems = outcome.refused().size() + outcome.left();
        letters.work()
                .say(
                        problems == 0
                                ? Words.of("queues.restore.sent", LetterCount.of(outcome.sent()))
                                : Words.of(
                                        "queues.restore.partly",
                                        Wording.number(outcome.sent()),
                                        Wording.number(outcome.refused().size()),
                                        Wording.number(outcome.left())));
    }

    /**
     * A snapshot on this computer.
     *
     * @param letters how many it holds, those among them that are gone meanwhile
     * @param at when it was taken
     */
    private record Copy(Path file, int letters, Instant at) {
        static Copy of(Path file, ShownLetters shown, Instant at) {
            return new Copy(file, shown.whole(), at);
        }
    }
}
