package io.beanpole.console.queues.letters;

import io.beanpole.console.polling.Background;
import io.beanpole.deploy.deadletter.LetterRun;
import io.beanpole.deploy.deadletter.RedriveOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One run over dead letters at a time: it tells how far it is, and can be ended. Belongs to the window's thread. */
final class LetterWork {
    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private final ReadOnlyObjectWrapper<Optional<RedriveOutcome>> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", Optional.empty());
    private @Nullable LetterRun run;

    LetterWork(Background background) {
        this.background = background;
    }

    /** Whether a run is under way, so that no other can begin. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What the run said last; stays until the next one begins. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** How far the redrive under way is; empty while none is. */
    ReadOnlyObjectProperty<Optional<RedriveOutcome>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /**
     * Begins a run; does nothing while one is under way.
     *
     * @param name as the banner and the status bar say it: "Looking at the dead letters of standard"
     * @param done gets the result on the window's thread
     */
    <T> void begin(String name, Function<LetterRun, T> work, Consumer<T> done) {
        begin(name, work, (result, run) -> done.accept(result), run -> {});
    }

    /**
     * The same for a run that is asked afterwards what it did.
     *
     * @param brokeOff gets the run on the window's thread when it failed
     */
    <T> void begin(
            String name, Function<LetterRun, T> work, BiConsumer<T, LetterRun> done, Consumer<LetterRun> brokeOff) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        sentence.set(name + " ...");
        // A fast run says more than a window can show: only the newest figures wait to be shown.
        var newest = new AtomicReference<@Nullable RedriveOutcome>();
        var begun = new LetterRun(line -> background.onWindow(() -> sentence.set(line)), soFar -> {
            if (newest.getAndSet(soFar) == null) {
                background.onWindow(() ->
                        figures.set(Optional.ofNullable(newest.getAndSet(null)).filter(known -> busy.get())));
            }
        });
        run = begun;
        background.run(
                name,
                () -> work.apply(begun),
                result -> {
                    ended();
                    done.accept(result, begun);
                },
                failure -> {
                    ended();
                    sentence.set(String.valueOf(failure.getMessage()));
                    brokeOff.accept(begun);
                });
    }

    /** Says something about what was done. */
    void say(String line) {
        sentence.set(line);
    }

    /** Asks the run under way to end after the batch that is on its way. */
    void end() {
        var known = run;
        if (known != null) {
            known.end();
        }
    }

    private void ended() {
        run = null;
        busy.set(false);
        figures.set(Optional.empty());
    }
}
