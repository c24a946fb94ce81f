package io.beanpole.console.queues.letters;

import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Question;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.deadletter.DeadLetter;
import io.beanpole.deploy.deadletter.LetterBody;
import io.beanpole.deploy.deadletter.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One dead letter: what it says, what a person changes of it, and the way back to its queue. */
final class LetterViewModel {
    private final LettersViewModel letters;
    private final StringProperty body = new SimpleStringProperty(this, "body", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper(this, "edited", false);

    /** What a person changed, by the letter's id: it waits while they look at other letters. */
    private final Map<String, String> drafts = new HashMap<>();

    private Optional<Snapshot.Entry> shown = Optional.empty();
    private String asItWas = "";

    LetterViewModel(LettersViewModel letters) {
        this.letters = letters;
        letters.shown().letterProperty().addListener((letter, before, now) -> show(now));
        body.addListener((text, before, now) -> changed(now));
        show(letters.shown().letterProperty().get());
    }

    /** The body as it is shown and changed: JSON with a line for each value, anything else as it is. */
    StringProperty bodyProperty() {
        return body;
    }

    /** Whether the body was changed here. */
    ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Why a changed body is no JSON any more; empty when it is, or never was. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is known of it beside the body, in sentences. */
    List<String> facts() {
        return shown.map(entry -> List.of(
                        Words.of(
                                "queues.letter.sent",
                                letters.time(entry.letter().sentAt()),
                                entry.letter().senderId()),
                        Words.of(
                                "queues.letter.received",
                                Wording.count(entry.letter().receives(), "time")),
                        Words.of(
                                "queues.letter.cause",
                                CauseWords.kind(entry.cause().kind()),
                                CauseWords.error(entry.cause().error()))))
                .orElseGet(List::of);
    }

    /** The attributes, a line for each. */
    List<String> attributes() {
        return shown.map(entry -> entry.letter().attributes().entrySet().stream()
                        .map(each -> Words.of(
                                "queues.letter.attribute",
                                each.getKey(),
                                each.getValue().type(),
                                each.getValue().text()))
                        .toList())
                .orElseGet(List::of);
    }

    /** The body as it was before it was changed here. */
    void reset() {
        body.set(asItWas);
    }

    /** Sends it back as it is shown, if the person agrees. */
    void replay() {
        var at = letters.here();
        shown.ifPresent(entry -> at.ifPresent(here -> {
            var original = entry.letter();
            var changed = toSend(original);
            var queue = here.pair().queueName();
            letters.workspace()
                    .guard()
                    .ask(
                            new Question(
                                    queue,
                                    Words.of("queues.replay.title", original.id()),
                                    Words.of(edited.get() ? "queues.replay.edited" : "queues.replay.unchanged", queue),
                                    Words.of("queues.replay.do"),
                                    false),
                            () -> send(here, original, changed));
        }));
    }

    private DeadLetter toSend(DeadLetter original) {
        if (!edited.get()) {
            return original;
        }
        // A body that a program wrote in one line goes back in one line.
        return original.withBody(original.body().contains("\n") ? body.get() : LetterBody.compact(body.get()));
    }

    private void send(LaneLetters at, DeadLetter original, DeadLetter changed) {
        letters.work()
                .begin(
                        Words.of("queues.replay.sending", original.id()),
                        run -> at.desk().replay(original, changed, run),
                        isDeleted -> sent(at, original, isDeleted));
    }

    private void sent(LaneLetters at, DeadLetter original, boolean isDeleted) {
        letters.work().say(Words.of(isDeleted ? "queues.replay.sent" : "queues.replay.twice", original.id()));
        if (isDeleted) {
            drafts.remove(original.id());
            letters.forget(at.pair(), List.of(original.id()));
        }
    }

    private void show(Optional<Snapshot.Entry> entry) {
        var isSame = entry.map(LetterViewModel::text).equals(shown.map(LetterViewModel::text));
        shown = entry;
        if (isSame) {
            // The letter read again, with one receive more, keeps what a person is typing.
            return;
        }
        asItWas = entry.map(known -> LetterBody.pretty(known.letter().body())).orElse("");
        var draft = entry.map(known -> drafts.getOrDefault(known.letter().id(), asItWas));
        body.set(draft.orElse(asItWas));
        changed(body.get());
    }

    private static List<String> text(Snapshot.Entry entry) {
        return List.of(entry.letter().id(), entry.letter().body());
    }

    private void changed(String text) {
        edited.set(!text.equals(asItWas));
        shown.map(entry -> entry.letter().id()).ifPresent(id -> {
            if (edited.get()) {
                drafts.put(id, text);
            } else {
                drafts.remove(id);
            }
        });
        var wasJson = shown.map(
                        entry -> LetterBody.problem(entry.letter().body()).isEmpty())
                .orElse(false);
        problem.set(
                edited.get() && wasJson
                        ? LetterBody.problem(text)
                                .map(why -> Words.of("queues.letter.no-json", why))
                                .orElse("")
                        : "");
    }
}
