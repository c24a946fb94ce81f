package io.beanpole.console.alarms;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.alarm.Acknowledgement;
import io.beanpole.deploy.alarm.AlarmCare;
import io.beanpole.deploy.alarm.BoardAlarm;
import io.beanpole.deploy.alarm.Mute;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What a person does about the chosen alarm, kept for everybody: looks after it, mutes it, writes down what it means. What
 * can't be done now has a reason, and isn't done.
 */
final class AlarmDesk {
    /** For how long an alarm is looked after or muted. */
    static final List<Duration> SPANS = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8), Duration.ofDays(1));

    private final Workspace workspace;
    private final ReadOnlyObjectProperty<Optional<AlarmLine>> chosen;
    private final StringProperty name;
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final ObjectProperty<Duration> span = new SimpleObjectProperty<>(this, "span", SPANS.get(1));
    private final RunbookDraft runbook = new RunbookDraft();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(this, "saving", false);
    private final StringBinding whyNotAcknowledge;
    private final StringBinding whyNotMute;
    private final StringBinding whyNotWrite;
    private String notedName = "";

    /** @param chosen the alarm that it is about, as last read */
    AlarmDesk(Workspace workspace, ReadOnlyObjectProperty<Optional<AlarmLine>> chosen) {
        this.workspace = workspace;
        this.chosen = chosen;
        name = workspace.memory().text("alarms.person", System.getProperty("user.name", ""));
        whyNotAcknowledge = why(() -> whyNotSigned().or(this::whyNotLookedAfter));
        whyNotMute = why(this::whyNotSigned);
        whyNotWrite = why(this::whyNotKept);
        chosen.subscribe(line -> line.ifPresent(this::follow));
    }

    /** What the person calls themselves; remembered. */
    StringProperty nameProperty() {
        return name;
    }

    /** What they note beside it; for one alarm only. */
    StringProperty noteProperty() {
        return note;
    }

    /** For how long. */
    ObjectProperty<Duration> spanProperty() {
        return span;
    }

    /** What the alarm means and what to do, as it is being written. */
    StringProperty runbookProperty() {
        return runbook.textProperty();
    }

    /** Why nothing can be kept about alarms here; empty when it can. */
    ReadOnlyStringProperty whyNotKeptProperty() {
        return workspace.guard().whyNot(Deed.ACKNOWLEDGE);
    }

    /** Why the alarm can't be looked after, nor given back; empty when it can. */
    StringBinding whyNotAcknowledge() {
        return whyNotAcknowledge;
    }

    /** Why it can't be muted, nor be heard again; empty when it can. */
    StringBinding whyNotMute() {
        return whyNotMute;
    }

    /** Why the runbook can't be kept; empty when it can. */
    StringBinding whyNotWrite() {
        return whyNotWrite;
    }

    /** Says that the person looks after the raise that stands now; where somebody does, that nobody does any more. */
    void acknowledge() {
        unless(whyNotAcknowledge, line -> {
            var alarm = line.alarm();
            if (line.standing() == Standing.ACKNOWLEDGED) {
                ask(alarm, "give-back", alarm.care().withAcknowledgement(Optional.empty()));
            } else {
                var now = workspace.clock().instant();
                var acknowledgement = new Acknowledgement(
                        name.get(),
                        note.get(),
                        now,
                        now.plus(span.get()),
                        alarm.alarm().since());
                ask(alarm, "acknowledge", alarm.care().withAcknowledgement(Optional.of(acknowledgement)));
            }
        });
    }

    /** Says that nobody hears it for so long, however often it is raised; where it is muted, that it is heard again. */
    void mute() {
        unless(whyNotMute, line -> {
            var alarm = line.alarm();
            if (line.standing() == Standing.MUTED) {
                ask(alarm, "unmute", alarm.care().withMute(Optional.empty()));
            } else {
                var now = workspace.clock().instant();
                var mute = new Mute(name.get(), note.get(), now, now.plus(span.get()));
                ask(alarm, "mute", alarm.care().withMute(Optional.of(mute)));
            }
        });
    }

    /** Keeps what the alarm means and what to do. */
    void write() {
        unless(
                whyNotWrite,
                line -> ask(
                        line.alarm(),
                        "write",
                        line.alarm().care().withRunbook(runbookProperty().get())));
    }

    private void follow(AlarmLine line) {
        if (!line.name().equals(notedName)) {
            note.set("");
        }
        notedName = line.name();
        runbook.follow(line.name(), line.alarm().care().runbook());
    }

    private void unless(StringBinding whyNot, Consumer<AlarmLine> deed) {
        if (whyNot.get().isEmpty()) {
            chosen.get().ifPresent(deed);
        }
    }

    /** A sentence, or none; the first hindrance is told. */
    private StringBinding why(Supplier<Optional<String>> hindrance) {
        return Bindings.createStringBinding(
                () -> hindrance.get().orElse(""), whyNotKeptProperty(), saving.getReadOnlyProperty(), chosen, name);
    }

    private Optional<String> whyNotKept() {
        var forbidden = whyNotKeptProperty().get();
        if (!forbidden.isEmpty()) {
            return Optional.of(forbidden);
        }
        return saving.get() ? Optional.of(Words.of("alarms.is-saving")) : Optional.empty();
    }

    private Optional<String> whyNotSigned() {
        return whyNotKept().or(() -> name.get().isBlank() ? Optional.of(Words.of("alarms.no-name")) : Optional.empty());
    }

    private Optional<String> whyNotLookedAfter() {
        if (chosen.get().filter(line -> line.alarm().alarm().isRaised()).isEmpty()) {
            return Optional.of(Words.of("alarms.not-raised"));
        }
        return chosen.get().filter(line -> line.standing() == Standing.MUTED).map(muted -> Words.of("alarms.is-muted"));
    }

    private void ask(BoardAlarm alarm, String deed, AlarmCare wanted) {
        var shortName = Names.logical(alarm.name());
        var question = new Question(
                alarm.environmentName(),
                Words.of("alarms.ask." + deed + ".title", shortName),
                Words.of("alarms.ask.kept"),
                Words.of("alarms.ask." + deed + ".do"),
                false);
        workspace.guard().ask(question, () -> save(alarm.care(), wanted));
    }

    private void save(AlarmCare seen, AlarmCare wanted) {
        saving.set(true);
        workspace
                .background()
                .run(
                        Words.of("alarms.saving"),
                        () -> workspace.connection().alarms().save(seen, wanted),
                        kept -> {
                            workspace.alarms().update(kept, workspace.clock().instant());
                            workspace.notices().tell(Words.of("alarms.saved", Names.logical(kept.alarmName())));
                            saving.set(false);
                        },
                        failure -> saving.set(false));
    }
}
