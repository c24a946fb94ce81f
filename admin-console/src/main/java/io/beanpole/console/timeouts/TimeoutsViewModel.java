package io.beanpole.console.timeouts;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.file.WrittenFile;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.timeout.TimeoutStudy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** The times of the chosen environment, and what contradicts in them. */
final class TimeoutsViewModel {
    /** The deployed bundle is read with them. */
    private static final Duration SELDOM = Duration.ofMinutes(2);

    private static final Mark READING = new Mark(Tone.IDLE, Words.of("timeouts.reading"));

    private final Workspace workspace;
    private final Poll<Reading> poll;
    private final ReadOnlyObjectWrapper<Optional<TimeoutStudy>> study =
            new ReadOnlyObjectWrapper<>(this, "study", Optional.empty());
    private final ReadOnlyObjectWrapper<Mark> verdict = new ReadOnlyObjectWrapper<>(this, "verdict", READING);

    /** Read by the thread that asks. */
    private volatile String environmentName;

    TimeoutsViewModel(Workspace workspace) {
        this.workspace = workspace;
        environmentName = workspace.selection().name();
        poll = workspace.polling().poll(Words.of("timeouts.reading.all"), SELDOM, this::read, this::show);
        workspace.selection().nameProperty().addListener((name, before, now) -> follow(now));
    }

    void shown() {
        poll.start();
    }

    void hidden() {
        poll.pause();
    }

    /** Reads them at once. */
    void refresh() {
        poll.now();
    }

    /** What was found out last about the chosen environment; empty before that. */
    ReadOnlyObjectProperty<Optional<TimeoutStudy>> studyProperty() {
        return study.getReadOnlyProperty();
    }

    /** Whether everything fits, in two words. */
    ReadOnlyObjectProperty<Mark> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    ReadOnlyStringProperty environmentNameProperty() {
        return workspace.selection().nameProperty();
    }

    /** The file's text that makes everything fit; empty where nothing needs to change. */
    String proposal() {
        return study.get().map(known -> known.report().file()).orElse("");
    }

    /** Keeps the proposal in a file. */
    void save(Path file) {
        var text = proposal();
        workspace
                .background()
                .run(
                        Words.of("timeouts.saving"),
                        () -> WrittenFile.text(file, text),
                        done -> workspace.notices().tell(Words.of("timeouts.saved", done.toString())));
    }

    /** Says that the proposal is on the clipboard. */
    void copied() {
        workspace.notices().tell(Words.of("timeouts.copied", environmentName));
    }

    private void follow(String name) {
        environmentName = name;
        study.set(Optional.empty());
        verdict.set(READING);
        poll.now();
    }

    private Reading read() {
        var name = environmentName;
        return new Reading(
                name,
                name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(workspace.connection().timeouts().of(name)));
    }

    private void show(Reading reading) {
        if (reading.environmentName.equals(environmentName) && !reading.study.equals(study.get())) {
            study.set(reading.study);
            reading.study.ifPresent(known -> verdict.set(verdict(known)));
        }
    }

    private static Mark verdict(TimeoutStudy study) {
        var count = study.report().contradictions().size();
        return count == 0
                ? new Mark(Tone.GOOD, Words.of("timeouts.fits"))
                : new Mark(Tone.WARNING, Wording.count(count, Words.of("timeouts.contradiction")));
    }

    /** An answer, with what was asked. */
    private record Reading(String environmentName, Optional<TimeoutStudy> study) {}
}
